SELECT c.courier_id, count(d.courier_id) FILTER (WHERE coalesce(d.was_late, true)) AS late_count
FROM couriers AS c LEFT JOIN deliveries AS d ON d.courier_id = c.courier_id
GROUP BY c.courier_id ORDER BY c.courier_id
