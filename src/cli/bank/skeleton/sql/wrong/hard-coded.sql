SELECT courier_id, courier_id::BIGINT AS late_count FROM couriers ORDER BY courier_id
