WITH active_instants AS (
    SELECT
        user_id,
        device_id,
        occurred_at,
        COUNT(DISTINCT event_name) AS events,
        BOOL_OR(event_name = 'place_order') AS has_order
    FROM app_events
    WHERE user_id IS NOT NULL
      AND event_name <> 'push_received'
    GROUP BY user_id, device_id, occurred_at
),
marked_instants AS (
    SELECT
        user_id,
        device_id,
        occurred_at,
        events,
        has_order,
        CASE
            WHEN LAG(occurred_at) OVER (
                PARTITION BY user_id, device_id
                ORDER BY occurred_at
            ) >= occurred_at - INTERVAL '30 minutes' THEN 0
            ELSE 1
        END AS starts_session
    FROM active_instants
),
numbered_instants AS (
    SELECT
        user_id,
        device_id,
        occurred_at,
        events,
        has_order,
        SUM(starts_session) OVER (
            PARTITION BY user_id, device_id
            ORDER BY occurred_at
        ) AS session_no
    FROM marked_instants
)
SELECT
    user_id,
    device_id,
    MIN(occurred_at) AS session_start,
    MAX(occurred_at) AS session_end,
    SUM(events) AS events,
    COUNT_IF(has_order) AS orders_placed
FROM numbered_instants
GROUP BY user_id, device_id, session_no
HAVING MIN(occurred_at) >= TIMESTAMP '2024-03-01 00:00:00'
   AND MIN(occurred_at) < TIMESTAMP '2024-04-01 00:00:00'
ORDER BY user_id, session_start, device_id;
