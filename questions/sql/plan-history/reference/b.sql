WITH states AS (
    SELECT account_id, occurred_at, plan, seats
    FROM plan_events
    WHERE account_id IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM plan_events AS winner
            WHERE winner.account_id = plan_events.account_id
                AND winner.occurred_at = plan_events.occurred_at
                AND winner.event_id > plan_events.event_id
        )
),
-- every state with the first later moment at which something else was written
states_with_end AS (
    SELECT
        states.account_id,
        states.plan,
        states.seats,
        states.occurred_at,
        MIN(other.occurred_at) AS ended_at
    FROM states
    LEFT JOIN states AS other
        ON other.account_id = states.account_id
        AND other.occurred_at > states.occurred_at
        AND (other.plan IS DISTINCT FROM states.plan OR other.seats IS DISTINCT FROM states.seats)
    WHERE states.plan IS NOT NULL
    GROUP BY states.account_id, states.plan, states.seats, states.occurred_at
)
-- repeats of one state end at the same moment, so they fall into one group
SELECT
    account_id,
    plan,
    seats,
    MIN(occurred_at) AS valid_from,
    ended_at AS valid_to,
    ended_at IS NULL AS is_current
FROM states_with_end
GROUP BY account_id, plan, seats, ended_at
ORDER BY account_id, valid_from;
