-- No moving frame: the sum of seven weekdays is the running total now less the running total seven weekdays earlier.
WITH sold_per_day AS (
    SELECT
        marketplace_id,
        CAST(sold_at AS DATE) AS day,
        SUM(amount) AS amount
    FROM sales
    GROUP BY marketplace_id, CAST(sold_at AS DATE)
),

marketplace_days AS (
    SELECT
        marketplaces.marketplace_id,
        calendar.day,
        COALESCE(sold_per_day.amount, 0) AS sales
    FROM marketplaces
    CROSS JOIN calendar
    LEFT JOIN sold_per_day
        ON sold_per_day.marketplace_id = marketplaces.marketplace_id
        AND sold_per_day.day = calendar.day
    WHERE DAYOFWEEK(calendar.day) NOT IN (0, 6)
),

running_totals AS (
    SELECT
        marketplace_id,
        day,
        sales,
        SUM(sales) OVER so_far AS total_so_far,
        COUNT(*) OVER so_far AS weekdays_so_far
    FROM marketplace_days
    WINDOW so_far AS (PARTITION BY marketplace_id ORDER BY day)
)

SELECT
    marketplace_id,
    day,
    sales,
    ROUND(
        (total_so_far - LAG(total_so_far, 7, 0) OVER (PARTITION BY marketplace_id ORDER BY day)) / LEAST(weekdays_so_far, 7),
        2
    ) AS moving_avg
FROM running_totals
ORDER BY marketplace_id, day;
