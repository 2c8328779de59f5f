-- Without window functions: find the events that open a session, then hand every event to the last opening at or before it.
WITH actions AS (
    SELECT DISTINCT user_id, device_id, event_name, occurred_at
    FROM app_events
    WHERE user_id IS NOT NULL
      AND event_name <> 'push_received'
),
openings AS (
    SELECT DISTINCT actions.user_id, actions.device_id, actions.occurred_at AS session_start
    FROM actions
    WHERE NOT EXISTS (
        SELECT 1
        FROM actions AS earlier
        WHERE earlier.user_id = actions.user_id
          AND earlier.device_id = actions.device_id
          AND earlier.occurred_at < actions.occurred_at
          AND earlier.occurred_at >= actions.occurred_at - INTERVAL 30 MINUTE
    )
)
SELECT
    openings.user_id,
    openings.device_id,
    openings.session_start,
    MAX(actions.occurred_at) AS session_end,
    COUNT(*) AS events,
    COUNT(*) FILTER (WHERE actions.event_name = 'place_order') AS orders_placed
FROM actions
ASOF JOIN openings
    ON openings.user_id = actions.user_id
   AND openings.device_id = actions.device_id
   AND openings.session_start <= actions.occurred_at
WHERE openings.session_start >= TIMESTAMP '2024-03-01 00:00:00'
  AND openings.session_start < TIMESTAMP '2024-04-01 00:00:00'
GROUP BY openings.user_id, openings.device_id, openings.session_start
ORDER BY openings.user_id, openings.session_start, openings.device_id;
