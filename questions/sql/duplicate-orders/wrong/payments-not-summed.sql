WITH ordered AS (
    SELECT
        order_id,
        customer_id,
        product_id,
        ordered_at,
        LAG(order_id) OVER (PARTITION BY customer_id, product_id ORDER BY ordered_at, order_id) AS previous_order_id,
        LAG(ordered_at) OVER (PARTITION BY customer_id, product_id ORDER BY ordered_at, order_id) AS previous_ordered_at
    FROM orders
    WHERE status <> 'cancelled' AND customer_id IS NOT NULL
)
SELECT
    o.order_id,
    o.customer_id,
    o.product_id,
    o.previous_order_id,
    COALESCE(CASE p.kind WHEN 'capture' THEN p.amount WHEN 'refund' THEN -p.amount END, 0) AS amount_at_risk
FROM ordered AS o
LEFT JOIN payments AS p ON p.order_id = o.order_id
WHERE o.ordered_at - o.previous_ordered_at <= INTERVAL 5 MINUTE
ORDER BY o.order_id;
