WITH refunded AS (
    SELECT order_id, SUM(amount) AS amount FROM refunds GROUP BY order_id
),
purchase_months AS (
    SELECT o.customer_id, date_trunc('month', o.ordered_at)::DATE AS month
    FROM orders o
    LEFT JOIN refunded r USING (order_id)
    WHERE o.status = 'delivered'
    GROUP BY ALL
    HAVING SUM(o.total_amount - COALESCE(r.amount, 0)) > 0
),
numbered AS (
    SELECT customer_id, month,
           year(month) * 12 + month(month) - ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY month) AS island
    FROM purchase_months
),
streaks AS (
    SELECT customer_id, MIN(month) AS first_month, MAX(month) AS last_month, COUNT(*) AS streak_months
    FROM numbered GROUP BY customer_id, island HAVING COUNT(*) >= 3
)
SELECT customer_id, c.customer_name, first_month, last_month, streak_months
FROM streaks JOIN customers c USING (customer_id)
QUALIFY ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY streak_months DESC, last_month DESC) = 1
ORDER BY streak_months DESC, customer_id;
