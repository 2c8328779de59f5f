-- Fifteen months of an ordinary marketplace: 120 sellers, 400 listings, 700 sales, some at the counter, some refunded, some sellers closed.
INSERT INTO sellers
SELECT
    800 + i,
    'Shop ' || (1 + i % 90),
    CASE WHEN i % 13 = 4 THEN TIMESTAMP '2025-01-15 12:00:00' + to_days(CAST(i * 7 % 400 AS INTEGER)) END
FROM range(0, 120) AS numbers(i);

INSERT INTO listings
SELECT
    60000 + i,
    800 + (i * 17 + i // 19) % 124,
    CASE WHEN (i * 7 + i // 13) % 8 < 5 THEN 'active' WHEN (i * 7 + i // 13) % 8 < 7 THEN 'paused' ELSE 'removed' END
FROM range(0, 400) AS numbers(i);

INSERT INTO sales
SELECT
    90000 + i,
    CASE WHEN i % 17 = 3 THEN NULL ELSE 800 + (i * 11 + i * i) % 129 END,
    TIMESTAMP '2024-10-01 00:00:00' + to_minutes(i * 4243 % 657000),
    CASE WHEN i % 41 = 9 THEN 0.00 ELSE CAST(5 + i * 131 % 240 AS DECIMAL(12, 2)) END,
    CASE WHEN (i * 5 + i // 7) % 9 = 2 THEN TIMESTAMP '2024-10-03 12:00:00' + to_minutes(i * 4243 % 657000 + i * 977 % 90000) END
FROM range(0, 700) AS numbers(i);
