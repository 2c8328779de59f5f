INSERT INTO shop_events
SELECT
    i,
    CASE WHEN (i // 4) % 50 = 3 THEN NULL ELSE 1 + (i // 4 * 7919) % 30000 END,
    CASE WHEN (i // 4) % 5 = 0 THEN 77 ELSE 1 + (i // 4 * 31) % 500 END,
    CASE
        WHEN i % 4 = 1 AND (i // 4) % 3 < 2 THEN 'cart'
        WHEN i % 4 = 2 AND (i // 4) % 4 < 2 THEN 'checkout'
        WHEN i % 4 = 3 AND (i // 4) % 7 < 3 THEN 'paid'
        ELSE 'view'
    END,
    TIMESTAMP '2024-01-01 00:00:00'
        + to_seconds((i // 4 * 104729) % 7776000 + (i % 4) * (60 + (i // 4 * 13) % 40000))
FROM range({rows}) AS numbers(i);
