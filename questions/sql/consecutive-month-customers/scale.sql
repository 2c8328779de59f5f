-- Four years of orders, some twenty a customer. One customer, the canteen of a hospital, places one order in twenty.
INSERT INTO customers
SELECT c, 'Customer ' || c
FROM range(1, {rows} // 20 + 2) AS numbers(c);

INSERT INTO orders
SELECT
    o,
    CASE WHEN o % 20 = 7 THEN 1 WHEN o % 50 = 3 THEN NULL ELSE 1 + (o * 7919) % ({rows} // 20 + 1) END,
    TIMESTAMP '2021-01-01 00:00:00' + to_seconds((hash(o, 'when') % 126144000)::BIGINT),
    CASE WHEN o % 16 < 13 THEN 'delivered' WHEN o % 16 = 13 THEN 'shipped' WHEN o % 16 = 14 THEN 'pending' ELSE 'cancelled' END,
    (o * 37 % 12000) * 0.01::DECIMAL(12, 2)
FROM range(0, {rows}) AS numbers(o);

-- A refund in full for one order in thirty, in two halves for one in sixty.
INSERT INTO refunds
SELECT
    r,
    r * 30,
    CASE WHEN r % 2 = 0 THEN (r * 30 * 37 % 12000) * 0.01::DECIMAL(12, 2) ELSE (r * 30 * 37 % 12000) * 0.005::DECIMAL(12, 3) END
FROM range(0, {rows} // 30) AS numbers(r);

INSERT INTO refunds
SELECT {rows} + r, r * 30, (r * 30 * 37 % 12000) * 0.005::DECIMAL(12, 3)
FROM range(1, {rows} // 30, 2) AS numbers(r);
