WITH refunded AS (
    SELECT order_id, SUM(amount) AS amount FROM refunds GROUP BY order_id
),
purchase_months AS (
    SELECT DISTINCT o.customer_id, date_trunc('month', o.ordered_at)::DATE AS month
    FROM orders o
    LEFT JOIN refunded r USING (order_id)
    WHERE o.status = 'delivered' AND o.total_amount > COALESCE(r.amount, 0)
),
triples AS (
    SELECT customer_id, month - INTERVAL 2 MONTH AS first_month, month AS last_month
    FROM purchase_months
    QUALIFY LAG(month, 2) OVER (PARTITION BY customer_id ORDER BY month) = month - INTERVAL 2 MONTH
)
SELECT customer_id, c.customer_name, MIN(first_month)::DATE AS first_month, MAX(last_month) AS last_month,
       COUNT(*) + 2 AS streak_months
FROM triples JOIN customers c USING (customer_id)
GROUP BY ALL
ORDER BY streak_months DESC, customer_id;
