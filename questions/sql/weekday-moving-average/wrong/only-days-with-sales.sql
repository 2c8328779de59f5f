WITH daily_sales AS (
    SELECT
        s.marketplace_id,
        s.sold_at::DATE AS day,
        SUM(s.amount) AS sales
    FROM sales AS s
    JOIN marketplaces AS m ON m.marketplace_id = s.marketplace_id
    JOIN calendar AS c ON c.day = s.sold_at::DATE
    WHERE isodow(c.day) <= 5
    GROUP BY s.marketplace_id, s.sold_at::DATE
)
SELECT
    marketplace_id,
    day,
    sales,
    ROUND(AVG(sales) OVER (PARTITION BY marketplace_id ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 2) AS moving_avg
FROM daily_sales
ORDER BY marketplace_id, day;
