WITH countable_orders AS (
    SELECT order_id, customer_id, product_id, ordered_at
    FROM orders
    WHERE status <> 'cancelled'
        AND customer_id IS NOT NULL
),

orders_with_predecessor AS (
    SELECT
        order_id,
        customer_id,
        product_id,
        ordered_at,
        LAG(order_id) OVER same_purchase AS previous_order_id,
        LAG(ordered_at) OVER same_purchase AS previous_ordered_at
    FROM countable_orders
    WINDOW same_purchase AS (
        PARTITION BY customer_id, product_id
        ORDER BY ordered_at, order_id
    )
),

money_per_order AS (
    SELECT
        order_id,
        SUM(CASE kind WHEN 'capture' THEN amount WHEN 'refund' THEN -amount ELSE 0 END) AS held_amount
    FROM payments
    GROUP BY order_id
)

SELECT
    purchase.order_id,
    purchase.customer_id,
    purchase.product_id,
    purchase.previous_order_id,
    COALESCE(money.held_amount, 0) AS amount_at_risk
FROM orders_with_predecessor AS purchase
LEFT JOIN money_per_order AS money
    ON money.order_id = purchase.order_id
WHERE purchase.ordered_at <= purchase.previous_ordered_at + INTERVAL 5 MINUTE
    AND purchase.ordered_at > purchase.previous_ordered_at
ORDER BY purchase.order_id;
