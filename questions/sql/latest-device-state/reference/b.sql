WITH latest_times AS (
    SELECT device_id, MAX(reported_at) AS reported_at
    FROM state_messages
    GROUP BY device_id
),
latest_keys AS (
    SELECT
        latest_times.device_id,
        latest_times.reported_at,
        MAX(state_messages.sequence_no) AS sequence_no
    FROM latest_times
    JOIN state_messages
        ON state_messages.device_id = latest_times.device_id
        AND state_messages.reported_at IS NOT DISTINCT FROM latest_times.reported_at
    GROUP BY latest_times.device_id, latest_times.reported_at
),
latest_messages AS (
    SELECT DISTINCT state_messages.*
    FROM state_messages
    JOIN latest_keys
        ON latest_keys.device_id = state_messages.device_id
        AND latest_keys.reported_at IS NOT DISTINCT FROM state_messages.reported_at
        AND latest_keys.sequence_no = state_messages.sequence_no
)
SELECT
    devices.device_id,
    devices.device_name,
    latest_messages.state,
    latest_messages.battery_percent,
    latest_messages.reported_at
FROM devices
LEFT JOIN latest_messages ON latest_messages.device_id = devices.device_id
WHERE latest_messages.is_deleted IS NOT TRUE
ORDER BY devices.device_id;
