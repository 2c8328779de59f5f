WITH calendar AS (
    SELECT DATE '2025-01-01' + CAST(i AS INTEGER) AS calendar_day FROM range(72) AS numbers(i)
),
due_days AS (
    SELECT s.store_id, s.store_name, c.calendar_day,
           ROW_NUMBER() OVER (PARTITION BY s.store_id ORDER BY c.calendar_day) AS due_number
    FROM stores s
    JOIN opening_days o USING (store_id)
    JOIN calendar c ON isodow(c.calendar_day) = o.weekday
    WHERE c.calendar_day BETWEEN s.opened_on AND COALESCE(s.closed_on, DATE '2025-03-13')
      AND NOT EXISTS (SELECT 1 FROM holidays h WHERE h.holiday_on = c.calendar_day AND (h.region IS NULL OR h.region = s.region))
),
reported AS (
    SELECT d.store_id, d.store_name, d.due_number,
           LEAD(d.due_number) OVER (PARTITION BY d.store_id ORDER BY d.due_number) AS next_number
    FROM due_days d
    WHERE EXISTS (SELECT 1 FROM sales_reports r WHERE r.store_id = d.store_id AND r.business_date = d.calendar_day AND r.net_sales IS NOT NULL)
)
SELECT r.store_id, r.store_name, MIN(d.calendar_day) AS first_day, MAX(d.calendar_day) AS last_day, COUNT(*) AS days_missing
FROM reported r
JOIN due_days d ON d.store_id = r.store_id AND d.due_number > r.due_number AND d.due_number < r.next_number
GROUP BY r.store_id, r.store_name, r.due_number
ORDER BY r.store_id, first_day;
