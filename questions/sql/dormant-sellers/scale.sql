INSERT INTO sellers
SELECT i, 'Shop ' || i, CASE WHEN i % 23 = 7 THEN TIMESTAMP '2025-03-01 00:00:00' + to_days(CAST(i % 300 AS INTEGER)) END
FROM range(0, {rows} // 50 + 10) AS numbers(i);

INSERT INTO listings
SELECT i, i * 7 % ({rows} // 50 + 12), CASE WHEN i % 5 < 3 THEN 'active' WHEN i % 5 = 3 THEN 'paused' ELSE 'removed' END
FROM range(0, {rows} // 10) AS numbers(i);

INSERT INTO sales
SELECT
    i,
    CASE
        WHEN i % 20 = 3 THEN NULL
        WHEN i % 2 = 0 THEN i // 2 % ({rows} // 5000 + 1)
        ELSE i * 11 % ({rows} // 50 + 12)
    END,
    TIMESTAMP '2023-01-01 00:00:00' + to_seconds(CAST(i * 40013 % 94608000 AS BIGINT)),
    CAST(500 + i * 131 % 24000 AS DECIMAL(12, 2)) / 100,
    CASE WHEN i % 13 = 5 THEN TIMESTAMP '2023-01-05 00:00:00' + to_seconds(CAST(i * 40013 % 94608000 AS BIGINT)) END
FROM range(0, {rows}) AS numbers(i);
