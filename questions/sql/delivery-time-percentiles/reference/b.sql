-- Sort the times of each zone into one list, and pick the median and the percentile by position.
WITH cancelled_deliveries AS (
    SELECT delivery_id
    FROM cancellations
    GROUP BY delivery_id
    HAVING NOT BOOL_AND(withdrawn)
),
counted_deliveries AS (
    SELECT
        d.zone_id,
        (EPOCH_US(d.delivered_at) - EPOCH_US(d.picked_up_at)) // 60000000 AS minutes
    FROM deliveries AS d
    LEFT JOIN cancelled_deliveries AS c ON c.delivery_id = d.delivery_id
    WHERE c.delivery_id IS NULL
      AND NOT COALESCE(d.is_test, FALSE)
      AND d.delivered_at >= d.picked_up_at
),
zone_times AS (
    SELECT
        z.zone_id,
        z.zone_name,
        COUNT(*) AS deliveries,
        ARRAY_AGG(t.minutes ORDER BY t.minutes) AS sorted_minutes
    FROM zones AS z
    JOIN counted_deliveries AS t ON t.zone_id = z.zone_id
    GROUP BY z.zone_id, z.zone_name
    HAVING COUNT(*) >= 3
),
zone_figures AS (
    SELECT
        zone_id,
        zone_name,
        deliveries,
        (sorted_minutes[(deliveries + 1) // 2] + sorted_minutes[(deliveries + 2) // 2]) / 2 AS median_minutes,
        sorted_minutes[(9 * deliveries + 9) // 10] AS p90_minutes
    FROM zone_times
),
distinct_figures AS (
    SELECT DISTINCT p90_minutes, median_minutes
    FROM zone_figures
),
ranked_figures AS (
    SELECT
        p90_minutes,
        median_minutes,
        ROW_NUMBER() OVER (ORDER BY p90_minutes DESC, median_minutes DESC) AS slowness_rank
    FROM distinct_figures
)
SELECT
    f.zone_id,
    f.zone_name,
    f.deliveries,
    f.median_minutes,
    f.p90_minutes,
    r.slowness_rank
FROM zone_figures AS f
JOIN ranked_figures AS r
    ON r.p90_minutes = f.p90_minutes
   AND r.median_minutes = f.median_minutes
ORDER BY r.slowness_rank, f.zone_id;
