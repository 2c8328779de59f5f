WITH courier_results AS (
    SELECT
        couriers.home_city_id AS city_id,
        couriers.courier_id,
        couriers.courier_name,
        COUNT(*) AS due,
        COUNT(*) FILTER (WHERE deliveries.delivered_at <= deliveries.promised_at) AS on_time
    FROM deliveries
    JOIN couriers ON couriers.courier_id = deliveries.courier_id
    WHERE deliveries.promised_at >= TIMESTAMP '2024-05-01 00:00:00'
      AND deliveries.promised_at < TIMESTAMP '2024-06-01 00:00:00'
    GROUP BY couriers.home_city_id, couriers.courier_id, couriers.courier_name
)
SELECT
    cities.city_id,
    cities.city_name,
    RANK() OVER (PARTITION BY cities.city_id ORDER BY courier_results.on_time DESC) AS place,
    courier_results.courier_id,
    courier_results.courier_name,
    courier_results.on_time,
    courier_results.due
FROM courier_results
JOIN cities ON cities.city_id = courier_results.city_id
WHERE courier_results.on_time > 0
QUALIFY place <= 3
ORDER BY cities.city_id, place, courier_results.due, courier_results.courier_id;
