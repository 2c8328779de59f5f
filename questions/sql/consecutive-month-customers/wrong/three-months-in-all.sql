WITH refunded_orders AS (
    SELECT order_id, SUM(amount) AS refunded_amount
    FROM refunds
    GROUP BY order_id
)
SELECT
    customers.customer_id,
    customers.customer_name,
    DATE_TRUNC('month', MIN(orders.ordered_at)) AS first_month,
    DATE_TRUNC('month', MAX(orders.ordered_at)) AS last_month,
    COUNT(DISTINCT DATE_TRUNC('month', orders.ordered_at)) AS streak_months
FROM customers
JOIN orders ON orders.customer_id = customers.customer_id
LEFT JOIN refunded_orders ON refunded_orders.order_id = orders.order_id
WHERE orders.status = 'delivered'
  AND orders.total_amount - COALESCE(refunded_orders.refunded_amount, 0) > 0
GROUP BY customers.customer_id, customers.customer_name
HAVING COUNT(DISTINCT DATE_TRUNC('month', orders.ordered_at)) >= 3
ORDER BY streak_months DESC, customers.customer_id;
