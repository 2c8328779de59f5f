-- Duplicates: one event received three times, two events that look alike, one article twice in a list, copies that correct earlier ones
-- and clocks that disagree with the order of receipt.
INSERT INTO cart_events VALUES
    (23, 201, 'checkout', TIMESTAMP '2025-04-07 10:00:00', TIMESTAMP '2025-04-07 10:00:01', '{"items": [{"sku": "A-1", "qty": 1, "price": 5.00}]}'),
    (21, 201, 'checkout', TIMESTAMP '2025-04-07 10:00:00', TIMESTAMP '2025-04-07 10:00:01', '{"items": [{"sku": "A-1", "qty": 1, "price": 5.00}]}'),
    (22, 201, 'checkout', TIMESTAMP '2025-04-07 10:00:00', TIMESTAMP '2025-04-07 10:00:01', '{"items": [{"sku": "A-1", "qty": 1, "price": 5.00}]}'),
    -- looks like the event before, but it's another one
    (24, 202, 'checkout', TIMESTAMP '2025-04-07 10:00:00', TIMESTAMP '2025-04-07 10:00:01', '{"items": [{"sku": "A-1", "qty": 1, "price": 5.00}]}'),
    -- the same article on two lines
    (25, 203, 'checkout', TIMESTAMP '2025-04-07 11:00:00', TIMESTAMP '2025-04-07 11:00:01', '{"items": [{"sku": "B-2", "qty": 2, "price": 3.00}, {"sku": "B-2", "qty": 2, "price": 3.00}]}'),
    -- corrected: three pieces, then two, then four; the clock says that two came last
    (26, 204, 'checkout', TIMESTAMP '2025-04-07 12:00:00', TIMESTAMP '2025-04-07 12:00:05', '{"items": [{"sku": "C-3", "qty": 3, "price": 2.00}]}'),
    (27, 204, 'checkout', TIMESTAMP '2025-04-07 12:00:00', TIMESTAMP '2025-04-07 12:00:09', '{"items": [{"sku": "C-3", "qty": 2, "price": 2.00}]}'),
    (28, 204, 'checkout', TIMESTAMP '2025-04-07 12:00:00', TIMESTAMP '2025-04-07 12:00:07', '{"items": [{"sku": "C-3", "qty": 4, "price": 2.00}]}'),
    -- corrected to an update, and from an update to a checkout
    (29, 205, 'checkout', TIMESTAMP '2025-04-07 13:00:00', TIMESTAMP '2025-04-07 13:00:01', '{"items": [{"sku": "D-4", "qty": 7, "price": 1.00}]}'),
    (30, 205, 'update',   TIMESTAMP '2025-04-07 13:00:00', TIMESTAMP '2025-04-07 13:00:02', '{"items": [{"sku": "D-4", "qty": 7, "price": 1.00}]}'),
    (31, 206, 'update',   TIMESTAMP '2025-04-07 14:00:00', TIMESTAMP '2025-04-07 14:00:01', '{"items": [{"sku": "E-5", "qty": 6, "price": 1.00}]}'),
    (32, 206, 'checkout', TIMESTAMP '2025-04-07 14:00:00', TIMESTAMP '2025-04-07 14:00:02', '{"items": [{"sku": "E-5", "qty": 6, "price": 1.00}]}');
