-- Sales are summed per marketplace and day first, so the grid of weekdays meets at most one row per day.
WITH daily_sales AS (
    SELECT
        marketplace_id,
        c.day,
        SUM(amount) AS amount
    FROM calendar AS c
    JOIN sales ON sold_at BETWEEN c.day AND c.day + INTERVAL 1 DAY
    GROUP BY marketplace_id, c.day
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
    ROWS BETWEEN 6 PRECEDING AND CURRENT ROW
)
ORDER BY marketplace_id, day;
