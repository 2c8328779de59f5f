WITH money AS (
    SELECT order_id, SUM(CASE kind WHEN 'capture' THEN amount WHEN 'refund' THEN -amount END) AS held
    FROM payments
    GROUP BY order_id
)
SELECT
    later.order_id,
    later.customer_id,
    later.product_id,
    earlier.order_id AS previous_order_id,
    COALESCE(money.held, 0) AS amount_at_risk
FROM orders AS later
JOIN orders AS earlier
    ON earlier.customer_id = later.customer_id
    AND earlier.product_id = later.product_id
    AND (earlier.ordered_at, earlier.order_id) < (later.ordered_at, later.order_id)
    AND later.ordered_at - earlier.ordered_at <= INTERVAL 5 MINUTE
LEFT JOIN money ON money.order_id = later.order_id
WHERE later.status <> 'cancelled'
    AND earlier.status <> 'cancelled'
ORDER BY later.order_id;
