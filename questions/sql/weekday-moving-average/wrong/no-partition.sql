WITH daily_sales AS (
    SELECT m.marketplace_id, c.day, COALESCE(SUM(s.amount), 0) AS sales
    FROM marketplaces AS m
    CROSS JOIN calendar AS c
    LEFT JOIN sales AS s
        ON s.marketplace_id = m.marketplace_id
        AND s.sold_at::DATE = c.day
    WHERE isodow(c.day) <= 5
    GROUP BY m.marketplace_id, c.day
)
SELECT
    marketplace_id,
    day,
    sales,
    ROUND(AVG(sales) OVER (ORDER BY marketplace_id, day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 2) AS moving_avg
FROM daily_sales
ORDER BY marketplace_id, day;
