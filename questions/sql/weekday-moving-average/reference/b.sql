-- No window frame: the weekdays are numbered, and every day is joined to the days numbered up to six before it.
WITH numbered_weekdays AS (
    SELECT
        day,
        ROW_NUMBER() OVER (ORDER BY day) AS weekday_number
    FROM calendar
    WHERE dayname(day) NOT IN ('Saturday', 'Sunday')
),

sold_per_weekday AS (
    SELECT
        sales.marketplace_id,
        numbered_weekdays.weekday_number,
        SUM(sales.amount) AS sales
    FROM sales
    INNER JOIN numbered_weekdays
        ON sales.sold_at >= numbered_weekdays.day
        AND sales.sold_at < numbered_weekdays.day + INTERVAL 1 DAY
    GROUP BY sales.marketplace_id, numbered_weekdays.weekday_number
)

SELECT
    marketplaces.marketplace_id,
    report_day.day,
    COALESCE(SUM(sold.sales) FILTER (WHERE window_day.day = report_day.day), 0) AS sales,
    ROUND(COALESCE(SUM(sold.sales), 0) / COUNT(*), 2) AS moving_avg
FROM marketplaces
CROSS JOIN numbered_weekdays AS report_day
INNER JOIN numbered_weekdays AS window_day
    ON window_day.weekday_number BETWEEN report_day.weekday_number - 6 AND report_day.weekday_number
LEFT JOIN sold_per_weekday AS sold
    ON sold.marketplace_id = marketplaces.marketplace_id
    AND sold.weekday_number = window_day.weekday_number
GROUP BY marketplaces.marketplace_id, report_day.day
ORDER BY marketplaces.marketplace_id, report_day.day;
