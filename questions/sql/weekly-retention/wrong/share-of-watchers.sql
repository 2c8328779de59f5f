WITH watchers AS (
    SELECT DISTINCT
        accounts.account_id,
        DATE_TRUNC('week', accounts.signed_up_at) AS cohort_week
    FROM accounts
    JOIN plays ON plays.account_id = accounts.account_id
    WHERE NOT accounts.is_internal
      AND plays.seconds_watched >= 60
),
active_weeks AS (
    SELECT DISTINCT
        account_id,
        DATE_TRUNC('week', started_at) AS week_start
    FROM plays
    WHERE seconds_watched >= 60
)
SELECT
    watchers.cohort_week,
    week_numbers.week_no,
    COUNT(*) AS signups,
    COUNT(active_weeks.account_id) AS active_users,
    ROUND(COUNT(active_weeks.account_id) / COUNT(*), 3) AS retention
FROM watchers
CROSS JOIN range(1, 5) AS week_numbers(week_no)
LEFT JOIN active_weeks
    ON active_weeks.account_id = watchers.account_id
    AND active_weeks.week_start = watchers.cohort_week + week_numbers.week_no * INTERVAL 7 DAY
WHERE watchers.cohort_week + week_numbers.week_no * INTERVAL 7 DAY < DATE '2024-01-22'
GROUP BY watchers.cohort_week, week_numbers.week_no
ORDER BY watchers.cohort_week, week_numbers.week_no;
