WITH booked_sales AS (
    SELECT
        marketplace_id,
        CASE isodow(sold_at)
            WHEN 6 THEN sold_at::DATE + 2
            WHEN 7 THEN sold_at::DATE + 1
            ELSE sold_at::DATE
        END AS booked_on,
        amount
    FROM sales
),
daily_sales AS (
    SELECT m.marketplace_id, c.day, COALESCE(SUM(b.amount), 0) AS sales
    FROM marketplaces AS m
    CROSS JOIN calendar AS c
    LEFT JOIN booked_sales AS b
        ON b.marketplace_id = m.marketplace_id
        AND b.booked_on = c.day
    WHERE isodow(c.day) <= 5
    GROUP BY m.marketplace_id, c.day
)
SELECT
    marketplace_id,
    day,
    sales,
    ROUND(AVG(sales) OVER (PARTITION BY marketplace_id ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 2) AS moving_avg
FROM daily_sales
ORDER BY marketplace_id, day;
