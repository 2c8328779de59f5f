-- Collect the reported and the missing opening days as sets; a gap's days share the report that came before them.
WITH calendar AS (
    SELECT CAST(series.day AS DATE) AS day
    FROM GENERATE_SERIES(DATE '2025-01-01', DATE '2025-03-13', INTERVAL 1 DAY) AS series (day)
),
due_days AS (
    SELECT stores.store_id, calendar.day
    FROM stores
    JOIN opening_days ON opening_days.store_id = stores.store_id
    JOIN calendar ON ISODOW(calendar.day) = opening_days.weekday
    WHERE calendar.day >= stores.opened_on
      AND (stores.closed_on IS NULL OR calendar.day <= stores.closed_on)
      AND NOT EXISTS (
          SELECT 1
          FROM holidays
          WHERE holidays.holiday_on = calendar.day
            AND (holidays.region IS NULL OR holidays.region = stores.region)
      )
),
reported_due_days AS (
    SELECT store_id, day FROM due_days
    INTERSECT
    SELECT store_id, business_date FROM sales_reports WHERE net_sales IS NOT NULL
),
missing_due_days AS (
    SELECT store_id, day FROM due_days
    EXCEPT
    SELECT store_id, day FROM reported_due_days
),
-- Missing days with the same last reported day before them (or none) belong to one gap.
missing_with_last_report AS (
    SELECT
        missing_due_days.store_id,
        missing_due_days.day,
        MAX(reported_due_days.day) AS last_reported_day
    FROM missing_due_days
    LEFT JOIN reported_due_days
        ON reported_due_days.store_id = missing_due_days.store_id
       AND reported_due_days.day < missing_due_days.day
    GROUP BY missing_due_days.store_id, missing_due_days.day
)
SELECT
    stores.store_id,
    stores.store_name,
    MIN(missing_with_last_report.day) AS first_day,
    MAX(missing_with_last_report.day) AS last_day,
    COUNT(*) AS days_missing
FROM missing_with_last_report
JOIN stores ON stores.store_id = missing_with_last_report.store_id
GROUP BY stores.store_id, stores.store_name, missing_with_last_report.last_reported_day
ORDER BY stores.store_id, first_day;
