WITH readings AS (
    SELECT
        device_id,
        measured_at,
        DATE_TRUNC('hour', measured_at) AS hour_start,
        MIN(arrived_at) AS first_arrival,
        ARG_MAX(kwh, (arrived_at, message_id)) AS final_kwh,
        ARG_MAX(kwh, (arrived_at, message_id)) FILTER (
            WHERE arrived_at <= DATE_TRUNC('hour', measured_at) + INTERVAL 75 MINUTE
        ) AS published_kwh
    FROM messages
    WHERE measured_at IS NOT NULL
    GROUP BY device_id, measured_at
)
SELECT
    device_id,
    hour_start,
    SUM(published_kwh) AS published_kwh,
    SUM(final_kwh) AS final_kwh,
    COUNT(*) FILTER (WHERE first_arrival > hour_start + INTERVAL 75 MINUTE) AS late_readings
FROM readings
GROUP BY device_id, hour_start
ORDER BY device_id, hour_start;
