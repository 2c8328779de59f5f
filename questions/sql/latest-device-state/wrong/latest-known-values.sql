WITH device_states AS (
    SELECT
        device_id,
        ARG_MAX(state, (COALESCE(reported_at, TIMESTAMP '0001-01-01'), sequence_no)) AS state,
        ARG_MAX(battery_percent, (COALESCE(reported_at, TIMESTAMP '0001-01-01'), sequence_no)) AS battery_percent,
        ARG_MAX(is_deleted, (COALESCE(reported_at, TIMESTAMP '0001-01-01'), sequence_no)) AS is_deleted,
        MAX(reported_at) AS reported_at
    FROM state_messages
    GROUP BY device_id
)
SELECT
    devices.device_id,
    devices.device_name,
    device_states.state,
    device_states.battery_percent,
    device_states.reported_at
FROM devices
LEFT JOIN device_states ON device_states.device_id = devices.device_id
WHERE device_states.is_deleted IS NOT TRUE
ORDER BY devices.device_id;
