WITH counted_deliveries AS (
    SELECT
        deliveries.zone_id,
        DATE_SUB('minute', deliveries.picked_up_at, deliveries.delivered_at) AS minutes
    FROM deliveries
    WHERE NOT deliveries.is_test
      AND deliveries.delivered_at >= deliveries.picked_up_at
      AND NOT EXISTS (
          SELECT *
          FROM cancellations
          WHERE cancellations.delivery_id = deliveries.delivery_id
            AND NOT cancellations.withdrawn
      )
),
zone_times AS (
    SELECT
        zone_id,
        COUNT(*) AS deliveries,
        MEDIAN(minutes) AS median_minutes,
        QUANTILE_DISC(minutes, 0.9) AS p90_minutes
    FROM counted_deliveries
    GROUP BY zone_id
    HAVING COUNT(*) >= 3
)
SELECT
    zones.zone_id,
    zones.zone_name,
    zone_times.deliveries,
    zone_times.median_minutes,
    zone_times.p90_minutes,
    DENSE_RANK() OVER (
        ORDER BY zone_times.p90_minutes DESC, zone_times.median_minutes DESC
    ) AS slowness_rank
FROM zone_times
JOIN zones ON zones.zone_id = zone_times.zone_id
ORDER BY slowness_rank, zones.zone_id;
