WITH ranked_lines AS (
    SELECT
        products.category_id,
        products.product_id,
        products.product_name,
        order_items.quantity * order_items.unit_price - COALESCE(order_items.discount, 0) AS line_revenue,
        DENSE_RANK() OVER (
            PARTITION BY products.category_id
            ORDER BY order_items.quantity * order_items.unit_price - COALESCE(order_items.discount, 0) DESC
        ) AS revenue_level
    FROM order_items
    JOIN orders ON orders.order_id = order_items.order_id
    JOIN products ON products.product_id = order_items.product_id
    WHERE orders.status = 'completed'
      AND orders.ordered_at >= TIMESTAMP '2024-01-01'
      AND orders.ordered_at < TIMESTAMP '2025-01-01'
)
SELECT
    categories.category_id,
    categories.category_name,
    ranked_lines.product_id,
    ranked_lines.product_name,
    SUM(ranked_lines.line_revenue) AS revenue,
    MIN(ranked_lines.revenue_level) AS revenue_level
FROM ranked_lines
JOIN categories ON categories.category_id = ranked_lines.category_id
WHERE ranked_lines.revenue_level <= 3
GROUP BY
    categories.category_id,
    categories.category_name,
    ranked_lines.product_id,
    ranked_lines.product_name
ORDER BY category_id, revenue_level, product_id;
