SELECT
    cities.city_id,
    cities.city_name,
    answer.place,
    answer.courier_id,
    answer.courier_name,
    answer.on_time,
    answer.due
FROM (
    VALUES
        (1, 1, 11, 'Blue Bike', 3, 3),
        (1, 2, 12, 'Red Bike', 2, 3),
        (1, 3, 13, 'Green Scooter', 1, 1),
        (2, 1, 14, 'White Van', 2, 2),
        (2, 2, 15, 'Yellow Bike', 1, 2)
) AS answer (city_id, place, courier_id, courier_name, on_time, due)
JOIN cities ON cities.city_id = answer.city_id
ORDER BY cities.city_id, answer.place, answer.due, answer.courier_id;
