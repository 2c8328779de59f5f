WITH product_revenue AS (
    SELECT p.category_id, p.product_id, p.product_name,
           SUM(i.quantity * i.unit_price - COALESCE(i.discount, 0)) AS revenue
    FROM order_items i
    JOIN orders o USING (order_id)
    JOIN products p USING (product_id)
    WHERE o.status = 'completed'
      AND o.ordered_at BETWEEN TIMESTAMP '2024-01-01 00:00:00' AND TIMESTAMP '2024-12-31 23:59:59'
    GROUP BY ALL
)
SELECT category_id, c.category_name, product_id, product_name, revenue,
       DENSE_RANK() OVER (PARTITION BY category_id ORDER BY revenue DESC) AS revenue_level
FROM product_revenue JOIN categories c USING (category_id)
QUALIFY revenue_level <= 3
ORDER BY category_id, revenue_level, product_id;
