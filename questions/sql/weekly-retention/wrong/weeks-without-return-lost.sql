WITH cohort_sizes AS (
    SELECT DATE_TRUNC('week', signed_up_at) AS cohort_week, COUNT(*) AS signups
    FROM accounts
    WHERE NOT is_internal
    GROUP BY cohort_week
),
returns AS (
    SELECT
        DATE_TRUNC('week', accounts.signed_up_at) AS cohort_week,
        DATE_DIFF('week', DATE_TRUNC('week', accounts.signed_up_at), DATE_TRUNC('week', plays.started_at)) AS week_no,
        COUNT(DISTINCT accounts.account_id) AS active_users
    FROM accounts
    JOIN plays ON plays.account_id = accounts.account_id
    WHERE NOT accounts.is_internal
      AND plays.seconds_watched >= 60
      AND plays.started_at < DATE '2024-01-22'
    GROUP BY cohort_week, week_no
)
SELECT
    cohort_sizes.cohort_week,
    returns.week_no,
    cohort_sizes.signups,
    returns.active_users,
    ROUND(returns.active_users / cohort_sizes.signups, 3) AS retention
FROM cohort_sizes
JOIN returns ON returns.cohort_week = cohort_sizes.cohort_week
WHERE returns.week_no BETWEEN 1 AND 4
ORDER BY cohort_sizes.cohort_week, returns.week_no;
