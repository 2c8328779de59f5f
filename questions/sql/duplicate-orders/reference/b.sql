-- Each order that takes part is joined to its nearest earlier neighbour by position.
WITH placed_orders AS (
    SELECT
        order_id,
        customer_id,
        product_id,
        ordered_at,
        ROW_NUMBER() OVER (
            PARTITION BY customer_id, product_id
            ORDER BY ordered_at, order_id
        ) AS position
    FROM orders
    WHERE status <> 'cancelled'
      AND customer_id IS NOT NULL
),
duplicates AS (
    SELECT
        later.order_id,
        later.customer_id,
        later.product_id,
        earlier.order_id AS previous_order_id
    FROM placed_orders AS later
    JOIN placed_orders AS earlier
        ON earlier.customer_id = later.customer_id
       AND earlier.product_id = later.product_id
       AND earlier.position = later.position - 1
    WHERE later.ordered_at <= earlier.ordered_at + INTERVAL 5 MINUTE
),
money_movements AS (
    SELECT order_id, amount AS signed_amount FROM payments WHERE kind = 'capture'
    UNION ALL
    SELECT order_id, -amount FROM payments WHERE kind = 'refund'
)
SELECT
    d.order_id,
    d.customer_id,
    d.product_id,
    d.previous_order_id,
    COALESCE(SUM(m.signed_amount), 0) AS amount_at_risk
FROM duplicates AS d
LEFT JOIN money_movements AS m USING (order_id)
GROUP BY d.order_id, d.customer_id, d.product_id, d.previous_order_id
ORDER BY d.order_id;
