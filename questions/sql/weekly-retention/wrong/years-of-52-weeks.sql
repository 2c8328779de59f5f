WITH active_weeks AS (
    SELECT DISTINCT
        account_id,
        EXTRACT(ISOYEAR FROM started_at) * 52 + EXTRACT(WEEK FROM started_at) AS week_index
    FROM plays
    WHERE seconds_watched >= 60
)
SELECT
    DATE_TRUNC('week', accounts.signed_up_at) AS cohort_week,
    week_numbers.week_no,
    COUNT(*) AS signups,
    COUNT(active_weeks.account_id) AS active_users,
    ROUND(COUNT(active_weeks.account_id) / COUNT(*), 3) AS retention
FROM accounts
CROSS JOIN range(1, 5) AS week_numbers(week_no)
LEFT JOIN active_weeks
    ON active_weeks.account_id = accounts.account_id
    AND active_weeks.week_index = EXTRACT(ISOYEAR FROM accounts.signed_up_at) * 52 + EXTRACT(WEEK FROM accounts.signed_up_at) + week_numbers.week_no
WHERE NOT accounts.is_internal
  AND DATE_TRUNC('week', accounts.signed_up_at) + week_numbers.week_no * INTERVAL 7 DAY < DATE '2024-01-22'
GROUP BY cohort_week, week_numbers.week_no
ORDER BY cohort_week, week_numbers.week_no;
