SELECT
    app_events.user_id,
    app_events.device_id,
    answer.session_start,
    answer.session_end,
    answer.events,
    answer.orders_placed
FROM (
    VALUES
        (11, TIMESTAMP '2024-03-04 12:00:00', TIMESTAMP '2024-03-04 12:15:00', 4, 1),
        (11, TIMESTAMP '2024-03-04 18:40:00', TIMESTAMP '2024-03-04 18:52:00', 2, 0),
        (12, TIMESTAMP '2024-03-09 19:05:00', TIMESTAMP '2024-03-09 19:20:00', 2, 1),
        (12, TIMESTAMP '2024-03-17 11:30:00', TIMESTAMP '2024-03-17 11:54:00', 3, 0)
) AS answer (user_id, session_start, session_end, events, orders_placed)
JOIN app_events
    ON app_events.user_id = answer.user_id
    AND app_events.occurred_at = answer.session_start
ORDER BY app_events.user_id, answer.session_start, app_events.device_id;
