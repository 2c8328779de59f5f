SELECT
    devices.device_id,
    devices.device_name,
    MAX(state_messages.state) AS state,
    MIN(state_messages.battery_percent) AS battery_percent,
    MAX(state_messages.reported_at) AS reported_at
FROM devices
LEFT JOIN state_messages ON state_messages.device_id = devices.device_id
GROUP BY devices.device_id, devices.device_name
HAVING BOOL_OR(state_messages.is_deleted) IS NOT TRUE
ORDER BY devices.device_id;
