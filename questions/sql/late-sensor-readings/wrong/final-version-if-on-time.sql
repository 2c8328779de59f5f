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
ranked_versions AS (
    SELECT
        device_id,
        measured_at,
        kwh,
        hour_start,
        on_time,
        ROW_NUMBER() OVER (
            PARTITION BY device_id, measured_at
            ORDER BY arrived_at DESC, message_id DESC
        ) AS final_rank,
        ROW_NUMBER() OVER (
            PARTITION BY device_id, measured_at, on_time
            ORDER BY arrived_at DESC, message_id DESC
        ) AS rank_on_its_side
    FROM timed_messages
)
SELECT
    device_id,
    hour_start,
    SUM(kwh) FILTER (WHERE on_time AND final_rank = 1) AS published_kwh,
    SUM(kwh) FILTER (WHERE final_rank = 1) AS final_kwh,
    COUNT(DISTINCT measured_at) - COUNT(DISTINCT measured_at) FILTER (WHERE on_time) AS late_readings
FROM ranked_versions
GROUP BY device_id, hour_start
ORDER BY device_id, hour_start;
