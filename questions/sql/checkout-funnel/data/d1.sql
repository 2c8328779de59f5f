-- Nine days of ordinary shopping: 190 chains of events by 31 users over 12 products, many given up, some steps days later or out of order.
INSERT INTO shop_events
SELECT
    40000 + i,
    CASE WHEN (i // 4) % 37 = 6 THEN NULL ELSE 300 + (i // 4 * 7) % 31 END,
    CASE WHEN (i // 4) % 41 = 9 THEN NULL ELSE 900 + (i // 4 * 5 + i // 40) % 12 END,
    CASE
        WHEN i % 4 = 0 THEN 'view'
        WHEN i % 4 = 1 THEN CASE WHEN (i // 4) % 6 = 5 THEN 'checkout' ELSE 'cart' END
        WHEN i % 4 = 2 THEN CASE WHEN (i // 4) % 6 = 5 THEN 'cart' WHEN (i // 4) % 9 = 2 THEN 'view' ELSE 'checkout' END
        ELSE CASE WHEN (i // 4) % 11 = 3 THEN 'cart' ELSE 'paid' END
    END,
    TIMESTAMP '2023-08-26 00:00:00'
        + to_minutes((i // 4 * 8191 + (i // 4) * (i // 4) * 331) % 12960)
        + to_minutes((i % 4) * (5 + ((i // 4) * 13 + (i // 4) * (i // 4)) % 720))
FROM range(0, 760) AS numbers(i)
WHERE i % 4 <= (i // 4 * 3 + i // 28) % 5;
