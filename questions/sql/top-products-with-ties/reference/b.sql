WITH sold_lines AS (
    SELECT
        order_items.product_id,
        order_items.quantity * order_items.unit_price
            - CASE WHEN order_items.discount IS NULL THEN 0 ELSE order_items.discount END AS line_revenue
    FROM order_items
    WHERE order_items.order_id IN (
        SELECT orders.order_id
        FROM orders
        WHERE orders.status = 'completed'
          AND EXTRACT(YEAR FROM orders.ordered_at) = 2024
    )
),
category_products AS (
    SELECT
        products.category_id,
        products.product_id,
        SUM(sold_lines.line_revenue) AS revenue
    FROM products
    JOIN sold_lines ON sold_lines.product_id = products.product_id
    GROUP BY products.category_id, products.product_id
),
revenue_levels AS (
    SELECT DISTINCT category_id, revenue
    FROM category_products
),
top_levels AS (
    SELECT
        this_level.category_id,
        this_level.revenue,
        COUNT(*) AS revenue_level
    FROM revenue_levels AS this_level
    JOIN revenue_levels AS level_at_or_above
      ON level_at_or_above.category_id = this_level.category_id
     AND level_at_or_above.revenue >= this_level.revenue
    GROUP BY this_level.category_id, this_level.revenue
    HAVING COUNT(*) <= 3
)
SELECT
    categories.category_id,
    categories.category_name,
    products.product_id,
    products.product_name,
    category_products.revenue,
    top_levels.revenue_level
FROM top_levels
JOIN category_products
  ON category_products.category_id = top_levels.category_id
 AND category_products.revenue = top_levels.revenue
JOIN products ON products.product_id = category_products.product_id
JOIN categories ON categories.category_id = top_levels.category_id
ORDER BY categories.category_id, top_levels.revenue_level, products.product_id;
