WITH weekdays AS (
    SELECT day
    FROM calendar
    WHERE isodow(day) <= 5
),

daily_sales AS (
    SELECT
        marketplaces.marketplace_id,
        weekdays.day,
        COALESCE(SUM(sales.amount), 0) AS sales
    FROM marketplaces
    CROSS JOIN weekdays
    LEFT JOIN sales
        ON sales.marketplace_id = marketplaces.marketplace_id
        AND CAST(sales.sold_at AS DATE) = weekdays.day
    GROUP BY marketplaces.marketplace_id, weekdays.day
)

SELECT
    marketplace_id,
    day,
    sales,
    ROUND(AVG(sales) OVER last_seven_weekdays, 2) AS moving_avg
FROM daily_sales
WINDOW last_seven_weekdays AS (
    PARTITION BY marketplace_id
    ORDER BY day
    ROWS BETWEEN 6 PRECEDING AND CURRENT ROW
)
ORDER BY marketplace_id, day;
