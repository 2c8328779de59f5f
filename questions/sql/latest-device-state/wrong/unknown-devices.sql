WITH latest_messages AS (
    SELECT *
    FROM state_messages
    QUALIFY ROW_NUMBER() OVER (PARTITION BY device_id ORDER BY reported_at DESC, sequence_no DESC) = 1
)
SELECT
    device_id,
    devices.device_name,
    latest_messages.state,
    latest_messages.battery_percent,
    latest_messages.reported_at
FROM devices
FULL JOIN latest_messages USING (device_id)
WHERE latest_messages.is_deleted IS NOT TRUE
ORDER BY device_id;
