SELECT
    answer.cohort_week,
    answer.week_no,
    answer.signups,
    answer.active_users,
    answer.retention
FROM (
    VALUES
        (DATE '2023-10-02', 1, 3, 2, 0.667),
        (DATE '2023-10-02', 2, 3, 1, 0.333),
        (DATE '2023-10-02', 3, 3, 1, 0.333),
        (DATE '2023-10-02', 4, 3, 1, 0.333),
        (DATE '2023-10-09', 1, 2, 1, 0.5),
        (DATE '2023-10-09', 2, 2, 1, 0.5),
        (DATE '2023-10-09', 3, 2, 1, 0.5),
        (DATE '2023-10-09', 4, 2, 1, 0.5)
) AS answer (cohort_week, week_no, signups, active_users, retention)
WHERE answer.cohort_week IN (SELECT DATE_TRUNC('week', signed_up_at) FROM accounts)
ORDER BY answer.cohort_week, answer.week_no;
