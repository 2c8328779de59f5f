WITH complete_weeks AS (
    SELECT
        accounts.account_id,
        DATE_TRUNC('week', accounts.signed_up_at) AS cohort_week,
        week_numbers.week_no,
        DATE_TRUNC('week', accounts.signed_up_at) + week_numbers.week_no * INTERVAL 7 DAY AS week_start
    FROM accounts
    CROSS JOIN range(1, 5) AS week_numbers(week_no)
    WHERE NOT accounts.is_internal
      AND week_start < DATE '2024-01-22'
),
active_weeks AS (
    SELECT DISTINCT
        account_id,
        DATE_TRUNC('week', started_at) AS week_start
    FROM plays
    WHERE COALESCE(seconds_watched, 60) >= 60
)
SELECT
    complete_weeks.cohort_week,
    complete_weeks.week_no,
    COUNT(*) AS signups,
    COUNT(active_weeks.account_id) AS active_users,
    ROUND(COUNT(active_weeks.account_id) / COUNT(*), 3) AS retention
FROM complete_weeks
LEFT JOIN active_weeks
    ON active_weeks.account_id = complete_weeks.account_id
    AND active_weeks.week_start = complete_weeks.week_start
GROUP BY complete_weeks.cohort_week, complete_weeks.week_no
ORDER BY complete_weeks.cohort_week, complete_weeks.week_no;
