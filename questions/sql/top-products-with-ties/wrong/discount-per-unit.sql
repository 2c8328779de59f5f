WITH product_revenue AS (
    SELECT
        order_items.product_id,
        SUM(order_items.quantity * (order_items.unit_price - COALESCE(order_items.discount, 0))) AS revenue
    FROM order_items
    JOIN orders ON orders.order_id = order_items.order_id
    WHERE orders.status = 'completed'
      AND orders.ordered_at >= TIMESTAMP '2024-01-01'
      AND orders.ordered_at < TIMESTAMP '2025-01-01'
    GROUP BY order_items.product_id
),
leveled_products AS (
    SELECT
        categories.category_id,
        categories.category_name,
        products.product_id,
        products.product_name,
        product_revenue.revenue,
        DENSE_RANK() OVER (
            PARTITION BY categories.category_id
            ORDER BY product_revenue.revenue DESC
        ) AS revenue_level
    FROM product_revenue
    JOIN products ON products.product_id = product_revenue.product_id
    JOIN categories ON categories.category_id = products.category_id
)
SELECT
    category_id,
    category_name,
    product_id,
    product_name,
    revenue,
    revenue_level
FROM leveled_products
WHERE revenue_level <= 3
ORDER BY category_id, revenue_level, product_id;
