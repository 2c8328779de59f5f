WITH versions AS (
    SELECT
        device_id,
        DATE_TRUNC('hour', measured_at) AS hour_start,
        DATE_TRUNC('hour', measured_at) + INTERVAL 75 MINUTES AS published_at,
        kwh,
        arrived_at,
        LAG(arrived_at) OVER arrivals AS previous_arrived_at,
        LEAD(arrived_at) OVER arrivals AS replaced_at
    FROM messages
    WHERE measured_at IS NOT NULL
    WINDOW arrivals AS (PARTITION BY device_id, measured_at ORDER BY arrived_at, message_id)
)
SELECT
    device_id,
    hour_start,
    SUM(kwh) FILTER (
        WHERE arrived_at <= published_at AND (replaced_at > published_at OR replaced_at IS NULL)
    ) AS published_kwh,
    SUM(kwh) FILTER (WHERE replaced_at IS NULL) AS final_kwh,
    COUNT(*) FILTER (WHERE previous_arrived_at IS NULL AND arrived_at > published_at) AS late_readings
FROM versions
GROUP BY device_id, hour_start
ORDER BY device_id, hour_start;
