-- The definition of a place taken at its word: one more than the number of better couriers in the city.
WITH scores AS (
    SELECT
        cities.city_id,
        cities.city_name,
        couriers.courier_id,
        couriers.courier_name,
        COUNT(*) FILTER (WHERE deliveries.delivered_at <= deliveries.promised_at) AS on_time,
        COUNT(*) AS due
    FROM deliveries
    JOIN cities ON cities.city_id = deliveries.city_id
    JOIN couriers ON couriers.courier_id = deliveries.courier_id
    WHERE deliveries.promised_at >= TIMESTAMP '2024-05-01 00:00:00'
      AND deliveries.promised_at < TIMESTAMP '2024-06-01 00:00:00'
    GROUP BY cities.city_id, cities.city_name, couriers.courier_id, couriers.courier_name
)
SELECT
    scores.city_id,
    scores.city_name,
    1 + COUNT(better.courier_id) AS place,
    scores.courier_id,
    scores.courier_name,
    scores.on_time,
    scores.due
FROM scores
LEFT JOIN scores AS better
    ON better.city_id = scores.city_id
   AND better.on_time > scores.on_time
WHERE scores.on_time > 0
GROUP BY scores.city_id, scores.city_name, scores.courier_id, scores.courier_name, scores.on_time, scores.due
HAVING COUNT(better.courier_id) < 3
ORDER BY scores.city_id, place, scores.due, scores.courier_id;
