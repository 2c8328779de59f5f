SELECT min(c.courier_id) AS courier_id, count(*) FILTER (WHERE d.was_late) AS late_count
FROM couriers AS c LEFT JOIN deliveries AS d ON d.courier_id = c.courier_id
GROUP BY c.name ORDER BY 1
