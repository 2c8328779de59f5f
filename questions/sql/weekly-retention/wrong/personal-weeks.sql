WITH complete_weeks AS (
    SELECT
        accounts.account_id,
        accounts.signed_up_at,
        DATE_TRUNC('week', accounts.signed_up_at) AS cohort_week,
        week_numbers.week_no
    FROM accounts
    CROSS JOIN range(1, 5) AS week_numbers(week_no)
    WHERE NOT accounts.is_internal
      AND cohort_week + week_numbers.week_no * INTERVAL 7 DAY < DATE '2024-01-22'
)
SELECT
    complete_weeks.cohort_week,
    complete_weeks.week_no,
    COUNT(DISTINCT complete_weeks.account_id) AS signups,
    COUNT(DISTINCT plays.account_id) AS active_users,
    ROUND(COUNT(DISTINCT plays.account_id) / COUNT(DISTINCT complete_weeks.account_id), 3) AS retention
FROM complete_weeks
LEFT JOIN plays
    ON plays.account_id = complete_weeks.account_id
    AND plays.seconds_watched >= 60
    AND plays.started_at >= complete_weeks.signed_up_at + complete_weeks.week_no * INTERVAL 7 DAY
    AND plays.started_at < complete_weeks.signed_up_at + (complete_weeks.week_no + 1) * INTERVAL 7 DAY
GROUP BY complete_weeks.cohort_week, complete_weeks.week_no
ORDER BY complete_weeks.cohort_week, complete_weeks.week_no;
