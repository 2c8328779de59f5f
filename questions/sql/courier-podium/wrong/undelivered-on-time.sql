WITH courier_results AS (
    SELECT
        city_id,
        courier_id,
        COUNT(*) AS due,
        COUNT(*) FILTER (WHERE COALESCE(delivered_at, promised_at) <= promised_at) AS on_time
    FROM deliveries
    WHERE promised_at >= TIMESTAMP '2024-05-01 00:00:00'
      AND promised_at < TIMESTAMP '2024-06-01 00:00:00'
    GROUP BY city_id, courier_id
),
placed_couriers AS (
    SELECT
        cities.city_id,
        cities.city_name,
        couriers.courier_id,
        couriers.courier_name,
        courier_results.on_time,
        courier_results.due,
        RANK() OVER (
            PARTITION BY cities.city_id
            ORDER BY courier_results.on_time DESC
        ) AS place
    FROM courier_results
    JOIN cities ON cities.city_id = courier_results.city_id
    JOIN couriers ON couriers.courier_id = courier_results.courier_id
    WHERE courier_results.on_time > 0
)
SELECT
    city_id,
    city_name,
    place,
    courier_id,
    courier_name,
    on_time,
    due
FROM placed_couriers
WHERE place <= 3
ORDER BY city_id, place, due, courier_id;
