WITH timed_messages AS (
    SELECT
        message_id,
        device_id,
        measured_at,
        arrived_at,
        kwh,
        DATE_TRUNC('hour', measured_at) AS hour_start,
        arrived_at <= DATE_TRUNC('hour', measured_at) + INTERVAL 75 MINUTE AS on_time
    FROM messages
    WHERE measured_at IS NOT NULL
),
numbered_versions AS (
    SELECT
        device_id,
        kwh,
        hour_start,
        on_time,
        ROW_NUMBER() OVER (PARTITION BY device_id, measured_at ORDER BY arrived_at, message_id) AS version,
        COUNT(*) OVER (PARTITION BY device_id, measured_at) AS versions,
        COUNT(*) FILTER (WHERE on_time) OVER (PARTITION BY device_id, measured_at) AS versions_on_time
    FROM timed_messages
)
SELECT
    device_id,
    hour_start,
    SUM(kwh) FILTER (WHERE version = versions_on_time) AS published_kwh,
    SUM(kwh) FILTER (WHERE version = versions) AS final_kwh,
    COUNT(*) FILTER (WHERE version = 1 AND NOT on_time) AS late_readings
FROM numbered_versions
GROUP BY device_id, hour_start
ORDER BY device_id, hour_start;
