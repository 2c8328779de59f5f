INSERT INTO plan_events
SELECT
    i,
    CASE
        WHEN i % 997 = 3 THEN NULL
        WHEN i % 5 = 0 THEN (i // 5) % ({rows} // 2000 + 1)
        ELSE 100000 + (i * 7) % ({rows} // 8 + 1)
    END,
    TIMESTAMP '2022-01-01 00:00:00' + to_seconds((i * 40013) % 94608000),
    CASE
        WHEN (i // 3) % 11 = 2 THEN NULL
        WHEN (i // 7) % 5 < 2 THEN 'solo'
        WHEN (i // 7) % 5 < 4 THEN 'team'
        ELSE 'business'
    END,
    CASE
        WHEN (i // 3) % 11 = 2 THEN NULL
        WHEN (i // 7) % 5 < 2 THEN 1
        WHEN (i // 7) % 5 < 4 THEN 2 + i % 3
        WHEN i % 2 = 0 THEN NULL
        ELSE 50
    END
FROM range(0, {rows}) AS numbers(i);
