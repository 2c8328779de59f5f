INSERT INTO zones
SELECT 1 + i, 'Zone ' || (1 + i)
FROM range(GREATEST({rows} // 2000, 5)) AS numbers(i);

-- a fifth of all deliveries goes to zone 1, the city centre
INSERT INTO deliveries
SELECT
    1 + i,
    CASE WHEN i % 5 = 0 THEN 1 ELSE 1 + (i * 7) % GREATEST({rows} // 2000, 5) END,
    CASE WHEN i % 100 = 3 THEN TRUE WHEN i % 4 = 1 THEN NULL ELSE FALSE END,
    TIMESTAMP '2025-01-01 06:00:00' + to_seconds((i * 48271) % 31000000),
    CASE
        WHEN i % 50 = 7 THEN NULL
        WHEN i % 200 = 9 THEN TIMESTAMP '2025-01-01 05:30:00' + to_seconds((i * 48271) % 31000000)
        ELSE TIMESTAMP '2025-01-01 06:00:00' + to_seconds((i * 48271) % 31000000 + 300 + (i * 997) % 3600)
    END
FROM range({rows}) AS numbers(i);

INSERT INTO cancellations
SELECT 1 + i, 1 + (i * 13) % {rows}, i % 4 = 0
FROM range({rows} // 20) AS numbers(i);
