-- Count the cohorts and the returns separately, with the week number worked out from the days between the two Mondays,
-- then lay both over the grid of weeks that are over.
WITH members AS (
    SELECT account_id, CAST(DATE_TRUNC('week', signed_up_at) AS DATE) AS cohort_week
    FROM accounts
    WHERE NOT is_internal
),
cohorts AS (
    SELECT cohort_week, COUNT(*) AS signups
    FROM members
    GROUP BY cohort_week
),
returns AS (
    SELECT
        members.cohort_week,
        (CAST(DATE_TRUNC('week', plays.started_at) AS DATE) - members.cohort_week) // 7 AS week_no,
        COUNT(DISTINCT members.account_id) AS active_users
    FROM members
    JOIN plays ON plays.account_id = members.account_id
    WHERE plays.seconds_watched >= 60
    GROUP BY members.cohort_week, week_no
)
SELECT
    cohorts.cohort_week,
    weeks.week_no,
    cohorts.signups,
    COALESCE(returns.active_users, 0) AS active_users,
    ROUND(COALESCE(returns.active_users, 0) / cohorts.signups, 3) AS retention
FROM cohorts
CROSS JOIN (VALUES (1), (2), (3), (4)) AS weeks (week_no)
LEFT JOIN returns
    ON returns.cohort_week = cohorts.cohort_week
   AND returns.week_no = weeks.week_no
WHERE cohorts.cohort_week + 7 * weeks.week_no + 6 < DATE '2024-01-22'
ORDER BY cohorts.cohort_week, weeks.week_no;
