WITH real_orders AS (
    SELECT * FROM orders
    WHERE status <> 'cancelled' AND customer_id IS NOT NULL
),
neighbours AS (
    SELECT order_id, customer_id, product_id, ordered_at,
           LAG(order_id) OVER by_time AS previous_order_id,
           LAG(ordered_at) OVER by_time AS previous_at
    FROM real_orders
    WINDOW by_time AS (PARTITION BY customer_id, product_id ORDER BY order_id)
),
money AS (
    SELECT order_id,
           SUM(CASE kind WHEN 'capture' THEN amount WHEN 'refund' THEN -amount END) AS amount
    FROM payments GROUP BY order_id
)
SELECT n.order_id, n.customer_id, n.product_id, n.previous_order_id, COALESCE(m.amount, 0) AS amount_at_risk
FROM neighbours n
LEFT JOIN money m USING (order_id)
WHERE n.ordered_at - n.previous_at <= INTERVAL 5 MINUTE
ORDER BY n.order_id;
