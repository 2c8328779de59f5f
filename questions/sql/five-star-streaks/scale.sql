INSERT INTO drivers
SELECT i, 'Unit ' || i
FROM range(1, {rows} // 100 + 2) AS numbers(i);

-- One driver in twenty works round the clock: the first twentieth of the drivers makes a third of all trips.
INSERT INTO trips
SELECT
    i,
    CASE WHEN i % 3 = 0 THEN 1 + (i * 7919) % ({rows} // 2000 + 1) ELSE 1 + (i * 104729) % ({rows} // 100 + 1) END,
    TIMESTAMP '2024-01-01 00:00:00' + to_seconds((i * 86400 // 2000) // 60 * 60),
    CASE WHEN i % 15 = 4 THEN 'cancelled' WHEN i % 31 = 8 THEN 'no_show' ELSE 'completed' END
FROM range({rows}) AS numbers(i);

-- Two trips in three are rated, one rating in ten is changed later.
INSERT INTO trip_ratings
SELECT
    i,
    i,
    CASE WHEN i % 97 = 11 THEN NULL WHEN (i * 13 + i // 7) % 10 < 8 THEN 5 ELSE 1 + i % 4 END,
    TIMESTAMP '2024-01-01 00:30:00' + to_seconds(i * 86400 // 2000)
FROM range({rows}) AS numbers(i)
WHERE i * 5 % 3 < 2;

INSERT INTO trip_ratings
SELECT
    {rows} + i,
    i * 15,
    CASE WHEN i % 5 = 0 THEN NULL WHEN i % 2 = 0 THEN 5 ELSE 3 END,
    TIMESTAMP '2026-01-01 00:00:00' + to_seconds(i)
FROM range({rows} // 15) AS numbers(i);
