-- Chains of clicks, three customers and two products that interleave, and three payments for every order.
INSERT INTO orders
SELECT
    600 + click * 6 + (customer - 1) * 2 + product,
    customer,
    product,
    TIMESTAMP '2019-11-29 18:00:00'
        + INTERVAL 1 SECOND * (click * (110 + customer * 45 + product * 40))::INTEGER
        + INTERVAL 1 HOUR * (click // 6)::INTEGER,
    (20 + product)::DECIMAL(12, 2),
    CASE WHEN (click + customer) % 5 = 0 THEN 'cancelled' WHEN click % 3 = 0 THEN 'shipped' WHEN click % 3 = 1 THEN 'placed' ELSE 'paid' END
FROM range(0, 12) AS clicks(click), range(1, 4) AS customers(customer), range(1, 3) AS products(product);

INSERT INTO payments
SELECT
    row_number() OVER (ORDER BY order_id, attempt),
    order_id,
    CASE WHEN attempt = 0 THEN 'decline' WHEN attempt = 3 AND order_id % 2 = 0 THEN 'refund' ELSE 'capture' END,
    CASE WHEN attempt = 3 THEN 4.00 ELSE 10.00 END
FROM orders
CROSS JOIN range(0, 4) AS attempts(attempt);
