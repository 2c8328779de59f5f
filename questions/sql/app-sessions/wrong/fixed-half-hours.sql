WITH user_events AS (
    SELECT DISTINCT user_id, device_id, event_name, occurred_at
    FROM app_events
    WHERE user_id IS NOT NULL
      AND event_name <> 'push_received'
)
SELECT
    user_id,
    device_id,
    MIN(occurred_at) AS session_start,
    MAX(occurred_at) AS session_end,
    COUNT(*) AS events,
    COUNT(*) FILTER (WHERE event_name = 'place_order') AS orders_placed
FROM user_events
WHERE occurred_at >= TIMESTAMP '2024-03-01 00:00:00'
  AND occurred_at < TIMESTAMP '2024-04-01 00:00:00'
GROUP BY user_id, device_id, TIME_BUCKET(INTERVAL 30 MINUTE, occurred_at)
ORDER BY user_id, session_start, device_id;
