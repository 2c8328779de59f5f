-- 28 months of ordinary trade, November 2022 to February 2025: 12 categories (two share a name), 700 orders.
INSERT INTO categories
SELECT 400 + i, 'Aisle ' || (1 + i % 11)
FROM range(1, 13) AS numbers(i);

INSERT INTO orders
SELECT
    20000 + i,
    CASE WHEN i % 53 = 7 THEN NULL ELSE 401 + (i * 7 + i * i * 3 + i // 13) % 13 END,
    TIMESTAMP '2022-11-01 00:00:00' + to_minutes((i * 104729 + i * i * 7919) % 1226000),
    CASE (i * i * 3 + i * 5 + i // 17) % 17
        WHEN 0 THEN 'pending'
        WHEN 1 THEN 'cancelled'
        WHEN 2 THEN 'cancelled'
        WHEN 3 THEN 'returned'
        WHEN 4 THEN 'paid'
        ELSE 'delivered'
    END,
    1 + (i * 13 + i // 11) % 4,
    CAST(3 + (i * 29 + i * i * 7) % 57 AS DECIMAL(10, 2)) + 0.95,
    CASE i % 6 WHEN 0 THEN 2.50 WHEN 1 THEN NULL ELSE 0.00 END
FROM range(1, 701) AS numbers(i);
