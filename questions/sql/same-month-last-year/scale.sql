INSERT INTO categories
SELECT i, 'Category ' || i
FROM range(1, 41) AS numbers(i);

INSERT INTO orders
SELECT
    i,
    CASE WHEN i % 3 = 0 THEN 7 ELSE 1 + (i * 7919) % 40 END,
    TIMESTAMP '2022-07-01 00:00:00' + to_seconds((i * 104729) % 88300800),
    CASE (i * 31 + i // 7) % 20
        WHEN 0 THEN 'pending'
        WHEN 1 THEN 'cancelled'
        WHEN 2 THEN 'returned'
        WHEN 3 THEN 'paid'
        ELSE 'delivered'
    END,
    1 + i % 4,
    CAST(5 + (i * 37) % 400 AS DECIMAL(10, 2)) + 0.99,
    CASE WHEN i % 5 = 0 THEN NULL ELSE CAST((i * 3) % 9 AS DECIMAL(10, 2)) END
FROM range({rows}) AS numbers(i);
