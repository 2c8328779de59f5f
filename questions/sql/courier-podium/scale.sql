INSERT INTO cities
SELECT i, 'City ' || i
FROM range(1, 201) AS numbers(i);

INSERT INTO couriers
SELECT i, 'Courier ' || i, 1 + (i * 7) % 200
FROM range(1, 20001) AS numbers(i);

INSERT INTO deliveries
SELECT
    i,
    CASE WHEN i % 3 = 0 THEN 1 ELSE 1 + (i * 7919) % 200 END,
    CASE WHEN i % 90 = 1 THEN NULL ELSE 1 + (i * 7919) % 200 + 200 * ((i // 3) % 100) END,
    TIMESTAMP '2024-03-15 08:00:00' + to_seconds((i * 104729) % 8640000),
    CASE
        WHEN i % 25 = 2 THEN NULL
        ELSE TIMESTAMP '2024-03-15 08:00:00' + to_seconds((i * 104729) % 8640000 + 420 - (i * 37) % 1800)
    END
FROM range({rows}) AS numbers(i);
