WITH ranked_messages AS (
    SELECT
        device_id,
        reported_at,
        state,
        battery_percent,
        is_deleted,
        ROW_NUMBER() OVER (PARTITION BY device_id ORDER BY sequence_no DESC) AS recency
    FROM state_messages
)
SELECT
    devices.device_id,
    devices.device_name,
    ranked_messages.state,
    ranked_messages.battery_percent,
    ranked_messages.reported_at
FROM devices
LEFT JOIN ranked_messages
    ON ranked_messages.device_id = devices.device_id
    AND ranked_messages.recency = 1
WHERE ranked_messages.is_deleted IS NOT TRUE
ORDER BY devices.device_id;
