WITH refunded_orders AS (
    SELECT order_id, SUM(amount) AS refunded_amount
    FROM refunds
    GROUP BY order_id
),
purchases AS (
    SELECT
        orders.customer_id,
        orders.ordered_at,
        LAG(orders.ordered_at) OVER (PARTITION BY orders.customer_id ORDER BY orders.ordered_at) AS previous_ordered_at
    FROM orders
    LEFT JOIN refunded_orders ON refunded_orders.order_id = orders.order_id
    WHERE orders.status = 'delivered'
      AND orders.total_amount - COALESCE(refunded_orders.refunded_amount, 0) > 0
),
numbered_purchases AS (
    SELECT
        customer_id,
        ordered_at,
        SUM(CASE WHEN ordered_at <= previous_ordered_at + INTERVAL 31 DAY THEN 0 ELSE 1 END) OVER (
            PARTITION BY customer_id
            ORDER BY ordered_at
        ) AS streak_number
    FROM purchases
),
streaks AS (
    SELECT
        customer_id,
        DATE_TRUNC('month', MIN(ordered_at)) AS first_month,
        DATE_TRUNC('month', MAX(ordered_at)) AS last_month,
        COUNT(DISTINCT DATE_TRUNC('month', ordered_at)) AS streak_months
    FROM numbered_purchases
    GROUP BY customer_id, streak_number
    HAVING COUNT(DISTINCT DATE_TRUNC('month', ordered_at)) >= 3
),
preferred_streaks AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY streak_months DESC, last_month DESC) AS preference
    FROM streaks
)
SELECT
    customers.customer_id,
    customers.customer_name,
    preferred_streaks.first_month,
    preferred_streaks.last_month,
    preferred_streaks.streak_months
FROM preferred_streaks
JOIN customers ON customers.customer_id = preferred_streaks.customer_id
WHERE preferred_streaks.preference = 1
ORDER BY preferred_streaks.streak_months DESC, customers.customer_id;
