WITH courier_results AS (
    SELECT
        city_id,
        courier_id,
        COUNT(*) AS due,
        COUNT(*) FILTER (WHERE delivered_at <= promised_at) AS on_time
    FROM deliveries
    WHERE promised_at >= TIMESTAMP '2024-05-01 00:00:00'
      AND promised_at < TIMESTAMP '2024-06-01 00:00:00'
    GROUP BY city_id, courier_id
),
podiums AS (
    SELECT
        city_id,
        courier_id,
        due,
        on_time,
        RANK() OVER (PARTITION BY city_id ORDER BY on_time DESC) AS place
    FROM courier_results
    WHERE on_time > 0
    QUALIFY place <= 3
)
SELECT
    cities.city_id,
    cities.city_name,
    podiums.place,
    couriers.courier_id,
    couriers.courier_name,
    podiums.on_time,
    podiums.due
FROM podiums
JOIN cities ON cities.city_id = podiums.city_id
JOIN couriers ON couriers.courier_id = podiums.courier_id
ORDER BY cities.city_id, podiums.place, podiums.due, couriers.courier_id;
