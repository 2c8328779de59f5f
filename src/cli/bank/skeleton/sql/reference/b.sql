WITH late_deliveries AS (
  SELECT courier_id, count(*) AS late_count
  FROM deliveries
  WHERE was_late
  GROUP BY courier_id
)
SELECT c.courier_id, coalesce(l.late_count, 0) AS late_count
FROM couriers AS c
LEFT JOIN late_deliveries AS l USING (courier_id)
ORDER BY c.courier_id
