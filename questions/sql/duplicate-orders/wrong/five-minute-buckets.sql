WITH bucketed_orders AS (
    SELECT
        order_id,
        customer_id,
        product_id,
        LAG(order_id) OVER (
            PARTITION BY customer_id, product_id, time_bucket(INTERVAL 5 MINUTE, ordered_at)
            ORDER BY ordered_at, order_id
        ) AS previous_order_id
    FROM orders
    WHERE status <> 'cancelled' AND customer_id IS NOT NULL
)
SELECT
    b.order_id,
    b.customer_id,
    b.product_id,
    b.previous_order_id,
    COALESCE(SUM(CASE p.kind WHEN 'capture' THEN p.amount WHEN 'refund' THEN -p.amount END), 0) AS amount_at_risk
FROM bucketed_orders AS b
LEFT JOIN payments AS p ON p.order_id = b.order_id
WHERE b.previous_order_id IS NOT NULL
GROUP BY b.order_id, b.customer_id, b.product_id, b.previous_order_id
ORDER BY b.order_id;
