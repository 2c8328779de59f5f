-- Three weeks of 25 drivers: 520 trips, a quarter unrated, some cancelled, riders who rate twice or take a rating back.
INSERT INTO drivers
SELECT 300 + i, 'Unit ' || (i % 21)
FROM range(1, 26) AS numbers(i);

INSERT INTO trips
SELECT
    40000 + (i * 277) % 521,
    301 + (i * i * 7 + i * 3) % 26,
    TIMESTAMP '2023-02-06 05:00:00' + to_minutes(5 * ((i * 2741 + i * i * 31) % 6000)),
    CASE WHEN i % 12 = 5 THEN 'cancelled' WHEN i % 25 = 9 THEN 'no_show' ELSE 'completed' END
FROM range(1, 521) AS numbers(i);

INSERT INTO trip_ratings
SELECT
    80000 + i,
    40000 + (i * 53) % 521,
    CASE WHEN i % 29 = 6 THEN NULL WHEN (i * 11 + i // 6) % 9 < 6 THEN 5 ELSE 1 + (i * 3) % 4 END,
    TIMESTAMP '2023-03-01 00:00:00' + to_minutes((i * 617) % 3000)
FROM range(1, 471) AS numbers(i)
WHERE (i * 53) % 521 % 4 > 0 OR i % 3 = 0;

-- second thoughts
INSERT INTO trip_ratings
SELECT
    80600 + i,
    40000 + (i * 53) % 521,
    CASE WHEN i % 4 = 1 THEN NULL WHEN i % 3 = 0 THEN 4 ELSE 5 END,
    TIMESTAMP '2023-03-02 12:00:00' + to_minutes((i * 91) % 1000)
FROM range(5, 470, 9) AS numbers(i);
