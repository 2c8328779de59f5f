WITH calendar AS (
    SELECT DATE '2025-01-01' + CAST(numbers.day_number AS INTEGER) AS calendar_day
    FROM RANGE(DATE '2025-03-14' - DATE '2025-01-01') AS numbers(day_number)
),
due_days AS (
    SELECT
        stores.store_id,
        stores.store_name,
        calendar.calendar_day,
        EXISTS (
            SELECT *
            FROM sales_reports
            WHERE sales_reports.store_id = stores.store_id
              AND sales_reports.business_date = calendar.calendar_day
              AND sales_reports.net_sales IS NOT NULL
        ) AS is_reported
    FROM stores
    CROSS JOIN calendar
    JOIN opening_days
        ON opening_days.store_id = stores.store_id
        AND opening_days.weekday = EXTRACT(ISODOW FROM calendar.calendar_day)
    WHERE calendar.calendar_day >= stores.opened_on
      AND (stores.closed_on IS NULL OR calendar.calendar_day <= stores.closed_on)
      AND NOT EXISTS (
          SELECT *
          FROM holidays
          WHERE holidays.holiday_on = calendar.calendar_day
            AND (holidays.region IS NULL OR holidays.region = stores.region)
      )
),
numbered_days AS (
    SELECT
        store_id,
        store_name,
        calendar_day,
        is_reported,
        COUNT(*) FILTER (WHERE is_reported) OVER (PARTITION BY store_id ORDER BY calendar_day) AS reports_so_far
    FROM due_days
)
SELECT
    store_id,
    store_name,
    MIN(calendar_day) AS first_day,
    MAX(calendar_day) AS last_day,
    COUNT(*) AS days_missing
FROM numbered_days
WHERE NOT is_reported
GROUP BY store_id, store_name, reports_so_far
ORDER BY store_id, first_day;
