-- Three lines an order over three years. One product in a hundred gets a third of the lines, and one
-- category in two hundred holds half of the products.
INSERT INTO categories
SELECT c, 'Category ' || c
FROM range(1, 201) AS numbers(c);

INSERT INTO products
SELECT
    p,
    'Product ' || p,
    CASE WHEN p % 97 = 0 THEN NULL WHEN p % 2 = 0 THEN 1 ELSE 2 + (p * 7) % 199 END
FROM range(1, greatest(100, {rows} // 100) + 1) AS numbers(p);

INSERT INTO orders
SELECT
    o,
    TIMESTAMP '2023-01-01 00:00:00' + to_seconds((o * 79193) % 94608000),
    CASE WHEN o % 10 < 7 THEN 'completed' WHEN o % 10 = 7 THEN 'pending' WHEN o % 10 = 8 THEN 'cancelled' ELSE 'refunded' END
FROM range(0, {rows} // 3 + 1) AS numbers(o);

INSERT INTO order_items
SELECT
    i // 3,
    i % 3 + 1,
    CASE
        WHEN i % 3 = 0 THEN 1 + (i // 3 * 13) % greatest(1, {rows} // 10000)
        ELSE 1 + (i * 7919) % greatest(100, {rows} // 100)
    END,
    1 + i % 5,
    (i * 31 % 9000 + 100) * 0.01::DECIMAL(12, 2),
    CASE WHEN i % 4 = 0 THEN 0.25 END
FROM range(0, {rows}) AS numbers(i);
