SELECT duplicate.order_id, duplicate.customer_id, duplicate.product_id, duplicate.previous_order_id, duplicate.amount_at_risk
FROM (
    VALUES
        (2, 10, 500, 1, 40.00),
        (7, 12, 502, 6, 0.00),
        (11, 14, 503, 10, 17.00),
        (12, 14, 503, 11, 22.00)
) AS duplicate(order_id, customer_id, product_id, previous_order_id, amount_at_risk)
JOIN orders ON orders.order_id = duplicate.order_id
ORDER BY duplicate.order_id;
