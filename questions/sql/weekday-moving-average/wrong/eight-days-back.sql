-- Sales are summed per marketplace and day first, so the grid of weekdays meets at most one row per day.
WITH daily_sales AS (
    SELECT
        marketplace_id,
        CAST(sold_at AS DATE) AS day,
        SUM(amount) AS amount
    FROM sales
    GROUP BY marketplace_id, CAST(sold_at AS DATE)
),
weekdays AS (
    SELECT day
    FROM calendar
    WHERE isodow(day) <= 5
),
marketplace_days AS (
    SELECT
        m.marketplace_id,
        w.day,
        COALESCE(d.amount, 0) AS sales
    FROM marketplaces AS m
    CROSS JOIN weekdays AS w
    LEFT JOIN daily_sales AS d
        ON d.marketplace_id = m.marketplace_id
       AND d.day = w.day
)
SELECT
    marketplace_id,
    day,
    sales,
    ROUND(AVG(sales) OVER last_seven_weekdays, 2) AS moving_avg
FROM marketplace_days
WINDOW last_seven_weekdays AS (
    PARTITION BY marketplace_id
    ORDER BY day
    RANGE BETWEEN INTERVAL 8 DAY PRECEDING AND CURRENT ROW
)
ORDER BY marketplace_id, day;
