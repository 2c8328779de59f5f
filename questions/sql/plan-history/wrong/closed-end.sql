WITH settled_events AS (
    SELECT
        account_id,
        occurred_at,
        plan,
        seats,
        ROW_NUMBER() OVER (PARTITION BY account_id, occurred_at ORDER BY event_id DESC) AS preference
    FROM plan_events
    WHERE account_id IS NOT NULL
),
compared_events AS (
    SELECT
        account_id,
        occurred_at,
        plan,
        seats,
        LAG(plan) OVER (PARTITION BY account_id ORDER BY occurred_at) AS previous_plan,
        LAG(seats) OVER (PARTITION BY account_id ORDER BY occurred_at) AS previous_seats
    FROM settled_events
    WHERE preference = 1
),
periods AS (
    SELECT
        account_id,
        plan,
        seats,
        occurred_at AS valid_from,
        LEAD(occurred_at) OVER (PARTITION BY account_id ORDER BY occurred_at) AS valid_to
    FROM compared_events
    WHERE plan IS DISTINCT FROM previous_plan
       OR seats IS DISTINCT FROM previous_seats
)
SELECT
    account_id,
    plan,
    seats,
    valid_from,
    valid_to - INTERVAL 1 SECOND AS valid_to,
    valid_to IS NULL AS is_current
FROM periods
WHERE plan IS NOT NULL
ORDER BY account_id, valid_from;
