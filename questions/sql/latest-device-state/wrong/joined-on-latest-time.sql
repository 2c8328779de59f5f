WITH latest_times AS (
    SELECT device_id, MAX(reported_at) AS reported_at
    FROM state_messages
    GROUP BY device_id
)
SELECT
    devices.device_id,
    devices.device_name,
    state_messages.state,
    state_messages.battery_percent,
    state_messages.reported_at
FROM devices
LEFT JOIN latest_times ON latest_times.device_id = devices.device_id
LEFT JOIN state_messages
    ON state_messages.device_id = latest_times.device_id
    AND state_messages.reported_at = latest_times.reported_at
WHERE state_messages.is_deleted IS NOT TRUE
ORDER BY devices.device_id;
