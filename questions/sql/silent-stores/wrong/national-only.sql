WITH calendar AS (
    SELECT DATE '2025-01-01' + CAST(numbers.day_number AS INTEGER) AS calendar_day
    FROM RANGE(DATE '2025-03-14' - DATE '2025-01-01') AS numbers(day_number)
),
due_days AS (
    SELECT
        stores.store_id,
        stores.store_name,
        calendar.calendar_day,
        ROW_NUMBER() OVER (PARTITION BY stores.store_id ORDER BY calendar.calendar_day) AS due_number
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
      )
),
missing_days AS (
    SELECT
        due_days.store_id,
        due_days.store_name,
        due_days.calendar_day,
        due_days.due_number
            - ROW_NUMBER() OVER (PARTITION BY due_days.store_id ORDER BY due_days.calendar_day) AS gap_key
    FROM due_days
    WHERE NOT EXISTS (
        SELECT *
        FROM sales_reports
        WHERE sales_reports.store_id = due_days.store_id
          AND sales_reports.business_date = due_days.calendar_day
          AND sales_reports.net_sales IS NOT NULL
    )
)
SELECT
    store_id,
    store_name,
    MIN(calendar_day) AS first_day,
    MAX(calendar_day) AS last_day,
    COUNT(*) AS days_missing
FROM missing_days
GROUP BY store_id, store_name, gap_key
ORDER BY store_id, first_day;
