WITH compared_events AS (
    SELECT
        *,
        LAG(plan) OVER (PARTITION BY account_id ORDER BY occurred_at, event_id) AS previous_plan,
        LAG(seats) OVER (PARTITION BY account_id ORDER BY occurred_at, event_id) AS previous_seats
    FROM plan_events
    WHERE account_id IS NOT NULL
),
changes AS (
    SELECT *
    FROM compared_events
    WHERE plan IS DISTINCT FROM previous_plan
       OR seats IS DISTINCT FROM previous_seats
    QUALIFY ROW_NUMBER() OVER (PARTITION BY account_id, occurred_at ORDER BY event_id DESC) = 1
),
periods AS (
    SELECT
        account_id,
        plan,
        seats,
        occurred_at AS valid_from,
        LEAD(occurred_at) OVER (PARTITION BY account_id ORDER BY occurred_at) AS valid_to
    FROM changes
)
SELECT *, valid_to IS NULL AS is_current
FROM periods
WHERE plan IS NOT NULL
ORDER BY account_id, valid_from;
