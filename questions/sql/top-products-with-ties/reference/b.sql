-- No ranking function: the levels are the first three of each category's sorted distinct revenues.
WITH year_orders AS (
    SELECT order_id
    FROM orders
    WHERE status = 'completed'
      AND DATE_TRUNC('year', ordered_at) = DATE '2024-01-01'
),
product_revenue AS (
    SELECT
        product_id,
        SUM(quantity * unit_price) - SUM(COALESCE(discount, 0)) AS revenue
    FROM order_items
    SEMI JOIN year_orders USING (order_id)
    GROUP BY product_id
),
managed_products AS (
    SELECT
        categories.category_id,
        categories.category_name,
        products.product_id,
        products.product_name,
        product_revenue.revenue
    FROM product_revenue
    JOIN products USING (product_id)
    JOIN categories USING (category_id)
),
category_levels AS (
    SELECT
        category_id,
        LIST(DISTINCT revenue ORDER BY revenue DESC)[1:3] AS top_revenues
    FROM managed_products
    GROUP BY category_id
)
SELECT
    managed_products.category_id,
    managed_products.category_name,
    managed_products.product_id,
    managed_products.product_name,
    managed_products.revenue,
    LIST_POSITION(category_levels.top_revenues, managed_products.revenue) AS revenue_level
FROM managed_products
JOIN category_levels USING (category_id)
WHERE LIST_CONTAINS(category_levels.top_revenues, managed_products.revenue)
ORDER BY category_id, revenue_level, product_id;
