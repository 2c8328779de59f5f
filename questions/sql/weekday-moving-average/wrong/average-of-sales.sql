WITH weekdays AS (
    SELECT day, ROW_NUMBER() OVER (ORDER BY day) AS n
    FROM calendar
    WHERE isodow(day) <= 5
)
SELECT
    m.marketplace_id,
    today.day,
    COALESCE(SUM(s.amount) FILTER (WHERE recent.day = today.day), 0) AS sales,
    ROUND(COALESCE(AVG(s.amount), 0), 2) AS moving_avg
FROM marketplaces AS m
CROSS JOIN weekdays AS today
JOIN weekdays AS recent ON recent.n BETWEEN today.n - 6 AND today.n
LEFT JOIN sales AS s
    ON s.marketplace_id = m.marketplace_id
    AND s.sold_at::DATE = recent.day
GROUP BY m.marketplace_id, today.day
ORDER BY m.marketplace_id, today.day;
