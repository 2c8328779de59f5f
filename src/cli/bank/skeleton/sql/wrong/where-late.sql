SELECT c.courier_id, count(*) AS late_count
FROM couriers AS c LEFT JOIN deliveries AS d ON d.courier_id = c.courier_id
WHERE d.was_late GROUP BY c.courier_id ORDER BY c.courier_id
