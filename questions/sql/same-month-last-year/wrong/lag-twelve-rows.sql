WITH monthly_gmv AS (
    SELECT
        category_id,
        DATE_TRUNC('month', ordered_at) AS sales_month,
        SUM(quantity * unit_price) AS gmv
    FROM orders
    WHERE status IN ('paid', 'delivered', 'returned')
    GROUP BY category_id, sales_month
),
compared_months AS (
    SELECT
        category_id,
        sales_month,
        gmv,
        LAG(gmv, 12) OVER (PARTITION BY category_id ORDER BY sales_month) AS gmv_last_year
    FROM monthly_gmv
)
SELECT
    categories.category_id,
    categories.category_name,
    compared_months.sales_month,
    compared_months.gmv,
    compared_months.gmv_last_year,
    ROUND(100 * (compared_months.gmv - compared_months.gmv_last_year) / NULLIF(compared_months.gmv_last_year, 0), 1) AS change_pct
FROM compared_months
JOIN categories ON categories.category_id = compared_months.category_id
WHERE EXTRACT(YEAR FROM compared_months.sales_month) = 2024
ORDER BY categories.category_id, compared_months.sales_month;
