-- An order every half minute. One customer, a reseller, places one order in ten, for twenty products;
-- one order in fifty is pressed a second time.
INSERT INTO orders
SELECT
    o,
    CASE
        WHEN clicked % 10 = 4 THEN 1
        WHEN clicked % 40 = 11 THEN NULL
        ELSE 2 + (clicked * 7919) % ({rows} // 10 + 1)
    END,
    CASE WHEN clicked % 10 = 4 THEN 1 + clicked // 10 % 20 ELSE 1 + (clicked * 13) % 500 END,
    TIMESTAMP '2024-01-01 00:00:00' + to_seconds(clicked * 30 + (o - clicked) * 20),
    (clicked * 37 % 9000 + 100) * 0.01::DECIMAL(12, 2),
    CASE o % 12 WHEN 0 THEN 'placed' WHEN 1 THEN 'cancelled' WHEN 2 THEN 'shipped' ELSE 'paid' END
FROM (
    SELECT i AS o, CASE WHEN i % 50 = 21 THEN i - 1 ELSE i END AS clicked
    FROM range(0, {rows}) AS numbers(i)
);

INSERT INTO payments
SELECT
    p,
    p,
    CASE p % 20 WHEN 3 THEN 'decline' ELSE 'capture' END,
    CASE WHEN p % 100 = 7 THEN NULL ELSE (p * 37 % 9000 + 100) * 0.01::DECIMAL(12, 2) END
FROM range(0, {rows}) AS numbers(p)
WHERE p % 12 > 0;

INSERT INTO payments
SELECT {rows} + p, p, 'refund', 1.00
FROM range(0, {rows}, 15) AS numbers(p);
