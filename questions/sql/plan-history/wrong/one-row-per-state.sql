WITH settled_events AS (
    SELECT *
    FROM plan_events
    WHERE account_id IS NOT NULL
    QUALIFY ROW_NUMBER() OVER (PARTITION BY account_id, occurred_at ORDER BY event_id DESC) = 1
),
states AS (
    SELECT account_id, plan, seats, MIN(occurred_at) AS valid_from
    FROM settled_events
    GROUP BY account_id, plan, seats
),
periods AS (
    SELECT *, LEAD(valid_from) OVER (PARTITION BY account_id ORDER BY valid_from) AS valid_to
    FROM states
)
SELECT account_id, plan, seats, valid_from, valid_to, valid_to IS NULL AS is_current
FROM periods
WHERE plan IS NOT NULL
ORDER BY account_id, valid_from;
