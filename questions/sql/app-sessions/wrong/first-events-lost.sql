WITH user_events AS (
    SELECT DISTINCT user_id, device_id, event_name, occurred_at
    FROM app_events
    WHERE user_id IS NOT NULL
      AND event_name <> 'push_received'
),
marked_events AS (
    SELECT
        user_id,
        device_id,
        event_name,
        occurred_at,
        LAG(occurred_at) OVER (PARTITION BY user_id, device_id ORDER BY occurred_at, event_name) AS previous_at
    FROM user_events
),
numbered_events AS (
    SELECT
        user_id,
        device_id,
        event_name,
        occurred_at,
        SUM(CASE WHEN occurred_at - previous_at > INTERVAL 30 MINUTE THEN 1 ELSE 0 END) OVER (
            PARTITION BY user_id, device_id
            ORDER BY occurred_at, event_name
        ) AS session_no
    FROM marked_events
    WHERE previous_at IS NOT NULL
)
SELECT
    user_id,
    device_id,
    MIN(occurred_at) AS session_start,
    MAX(occurred_at) AS session_end,
    COUNT(*) AS events,
    COUNT(*) FILTER (WHERE event_name = 'place_order') AS orders_placed
FROM numbered_events
GROUP BY user_id, device_id, session_no
HAVING MIN(occurred_at) >= TIMESTAMP '2024-03-01 00:00:00'
   AND MIN(occurred_at) < TIMESTAMP '2024-04-01 00:00:00'
ORDER BY user_id, session_start, device_id;
