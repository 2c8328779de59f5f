WITH monthly_gmv AS (
    SELECT
        category_id,
        DATE_TRUNC('month', ordered_at) AS sales_month,
        SUM(quantity * unit_price - COALESCE(discount, 0)) AS gmv
    FROM orders
    WHERE status IN ('paid', 'delivered', 'returned')
    GROUP BY category_id, sales_month
)
SELECT
    categories.category_id,
    categories.category_name,
    this_year.sales_month,
    this_year.gmv,
    last_year.gmv AS gmv_last_year,
    ROUND(100 * (this_year.gmv - last_year.gmv) / NULLIF(last_year.gmv, 0), 1) AS change_pct
FROM monthly_gmv AS this_year
JOIN categories ON categories.category_id = this_year.category_id
LEFT JOIN monthly_gmv AS last_year
    ON last_year.category_id = this_year.category_id
    AND last_year.sales_month = this_year.sales_month - INTERVAL 1 YEAR
WHERE EXTRACT(YEAR FROM this_year.sales_month) = 2024
ORDER BY categories.category_id, this_year.sales_month;
