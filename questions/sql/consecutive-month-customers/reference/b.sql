-- Mark where each streak begins, number the streaks with a running sum, keep the best per customer.
WITH refunded AS (
    SELECT order_id, SUM(amount) AS amount
    FROM refunds
    GROUP BY order_id
),
purchase_months AS (
    SELECT DISTINCT
        o.customer_id,
        CAST(date_trunc('month', o.ordered_at) AS DATE) AS month
    FROM orders AS o
    LEFT JOIN refunded AS r USING (order_id)
    WHERE o.status = 'delivered'
      AND o.total_amount - COALESCE(r.amount, 0) > 0
),
marked_months AS (
    SELECT
        customer_id,
        month,
        CASE
            WHEN LAG(month) OVER by_month = month - INTERVAL 1 MONTH THEN 0
            ELSE 1
        END AS starts_streak
    FROM purchase_months
    WINDOW by_month AS (PARTITION BY customer_id ORDER BY month)
),
numbered_months AS (
    SELECT
        customer_id,
        month,
        SUM(starts_streak) OVER (PARTITION BY customer_id ORDER BY month) AS streak_no
    FROM marked_months
),
streaks AS (
    SELECT
        customer_id,
        MIN(month) AS first_month,
        MAX(month) AS last_month,
        COUNT(*) AS streak_months
    FROM numbered_months
    GROUP BY customer_id, streak_no
    HAVING COUNT(*) >= 3
),
best_streak AS (
    SELECT *
    FROM streaks
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY customer_id
        ORDER BY streak_months DESC, last_month DESC
    ) = 1
)
SELECT
    c.customer_id,
    c.customer_name,
    b.first_month,
    b.last_month,
    b.streak_months
FROM best_streak AS b
JOIN customers AS c USING (customer_id)
ORDER BY b.streak_months DESC, c.customer_id;
