-- A season of ordinary trade: 8 categories (two share a name), 120 products, 420 orders, 1,050 lines from November 2023 to February 2025.
INSERT INTO categories
SELECT 300 + i, 'Department ' || (1 + i % 7)
FROM range(1, 9) AS numbers(i);

INSERT INTO products
SELECT 5000 + i, 'Article ' || i, CASE WHEN i % 24 = 7 THEN NULL ELSE 301 + (i * 5 + i // 9) % 8 END
FROM range(1, 121) AS numbers(i);

INSERT INTO orders
SELECT
    70000 + i,
    TIMESTAMP '2023-11-01 00:00:00' + to_minutes((i * 211531 + i * i * 977) % 687000),
    CASE
        WHEN (i * i * 7 + i * 3 + i // 23) % 23 < 16 THEN 'completed'
        WHEN (i * i * 7 + i * 3 + i // 23) % 23 < 19 THEN 'cancelled'
        WHEN (i * i * 7 + i * 3 + i // 23) % 23 < 21 THEN 'refunded'
        ELSE 'pending'
    END
FROM range(1, 421) AS numbers(i);

INSERT INTO order_items
SELECT
    70001 + i // 5 * 2 + CASE WHEN i % 5 < 2 THEN 0 ELSE 1 END,
    1 + i % 5,
    5001 + (i * 37 + i * i * 11 + i // 7) % 109,
    1 + (i * 13 + i // 11) % 3,
    CAST(10 * (1 + (i * 29 + i * i * 3 + i // 3) % 3) AS DECIMAL(12, 2)),
    CASE (i * 17 + i // 13) % 7 WHEN 0 THEN 5.00 WHEN 1 THEN NULL ELSE 0.00 END
FROM range(0, 1050) AS numbers(i);
