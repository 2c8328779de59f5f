-- Two years of ordinary subscriptions: 80 accounts, 520 events, delivered out of order, with unchanged settings, cancellations and come-backs.
INSERT INTO plan_events
SELECT
    5000 + (i * 271) % 521,
    CASE WHEN i % 97 = 5 THEN NULL ELSE 700 + (i * 7 + i // 11) % 80 END,
    TIMESTAMP '2023-02-01 06:00:00' + to_minutes(CAST(i * 2017 + (i * i * 13) % 30000 AS BIGINT)),
    CASE
        WHEN (i * 5 + i // 13) % 9 = 2 THEN NULL
        WHEN (i * 3 + i // 17) % 5 < 2 THEN 'solo'
        WHEN (i * 3 + i // 17) % 5 < 4 THEN 'team'
        ELSE 'business'
    END,
    CASE
        WHEN (i * 5 + i // 13) % 9 = 2 THEN NULL
        WHEN (i * 3 + i // 17) % 5 < 2 THEN 1
        WHEN (i * 3 + i // 17) % 5 < 4 THEN 5 + (i // 29) % 2
        WHEN i % 2 = 0 THEN NULL
        ELSE 50
    END
FROM range(1, 521) AS numbers(i);
