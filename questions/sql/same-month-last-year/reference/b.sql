-- One pass over both years: group by the number of the month and let FILTER tell the years apart.
WITH sales AS (
    SELECT
        orders.category_id,
        YEAR(orders.ordered_at) AS sales_year,
        MONTH(orders.ordered_at) AS month_no,
        orders.quantity * orders.unit_price AS order_value
    FROM orders
    WHERE orders.status NOT IN ('pending', 'cancelled')
      AND orders.ordered_at >= TIMESTAMP '2023-01-01 00:00:00'
      AND orders.ordered_at < TIMESTAMP '2025-01-01 00:00:00'
),
both_years AS (
    SELECT
        sales.category_id,
        sales.month_no,
        SUM(sales.order_value) FILTER (WHERE sales.sales_year = 2024) AS gmv,
        SUM(sales.order_value) FILTER (WHERE sales.sales_year = 2023) AS gmv_last_year
    FROM sales
    GROUP BY sales.category_id, sales.month_no
    HAVING COUNT(*) FILTER (WHERE sales.sales_year = 2024) > 0
)
SELECT
    categories.category_id,
    categories.category_name,
    MAKE_DATE(2024, both_years.month_no, 1) AS sales_month,
    both_years.gmv,
    both_years.gmv_last_year,
    CASE
        WHEN both_years.gmv_last_year > 0
        THEN ROUND(100 * (both_years.gmv - both_years.gmv_last_year) / both_years.gmv_last_year, 1)
    END AS change_pct
FROM both_years
JOIN categories ON categories.category_id = both_years.category_id
ORDER BY categories.category_id, sales_month;
