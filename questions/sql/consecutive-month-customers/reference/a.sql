WITH refunded_orders AS (
    SELECT order_id, SUM(amount) AS refunded_amount
    FROM refunds
    GROUP BY order_id
),
purchase_months AS (
    SELECT DISTINCT
        orders.customer_id,
        CAST(DATE_TRUNC('month', orders.ordered_at) AS DATE) AS purchase_month
    FROM orders
    LEFT JOIN refunded_orders ON refunded_orders.order_id = orders.order_id
    WHERE orders.status = 'delivered'
      AND orders.total_amount - COALESCE(refunded_orders.refunded_amount, 0) > 0
),
numbered_months AS (
    SELECT
        customer_id,
        purchase_month,
        EXTRACT(YEAR FROM purchase_month) * 12 + EXTRACT(MONTH FROM purchase_month)
            - ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY purchase_month) AS streak_key
    FROM purchase_months
),
streaks AS (
    SELECT
        customer_id,
        MIN(purchase_month) AS first_month,
        MAX(purchase_month) AS last_month,
        COUNT(*) AS streak_months
    FROM numbered_months
    GROUP BY customer_id, streak_key
    HAVING COUNT(*) >= 3
),
preferred_streaks AS (
    SELECT
        customer_id,
        first_month,
        last_month,
        streak_months,
        ROW_NUMBER() OVER (
            PARTITION BY customer_id
            ORDER BY streak_months DESC, last_month DESC
        ) AS preference
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
