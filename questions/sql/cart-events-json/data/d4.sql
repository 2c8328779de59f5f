-- Midnight, month end, leap day and turn of the year, events that arrive the day after, text and number prices of every form,
-- discounts just below, at and above the price, prices of zero.
INSERT INTO cart_events VALUES
    (401, 4001, 'checkout', TIMESTAMP '2023-12-31 23:59:59.999', TIMESTAMP '2024-01-01 00:00:02', '{"items": [{"sku": "X-1", "qty": 1, "price": 10}]}'),
    (402, 4002, 'checkout', TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-01 00:00:03', '{"items": [{"sku": "X-1", "qty": "1", "price": "20"}]}'),
    (403, 4003, 'checkout', TIMESTAMP '2024-02-29 12:00:00', TIMESTAMP '2024-03-01 06:00:00', '{"items": [{"sku": "X-1", "qty": 3, "price": 0.1}]}'),
    (404, 4004, 'checkout', TIMESTAMP '2024-02-29 13:00:00', TIMESTAMP '2024-02-29 13:00:01', '{"items": [{"sku": "X-1", "qty": "12", "price": "0.20", "discount": "0.05"}]}'),
    (405, 4005, 'checkout', TIMESTAMP '2024-03-01 00:00:00', TIMESTAMP '2024-03-01 00:00:01', '{"items": [{"sku": "Y-2", "qty": 2, "price": 5.00, "discount": 9.99}]}'),
    (406, 4006, 'checkout', TIMESTAMP '2024-03-02 00:00:00', TIMESTAMP '2024-03-02 00:00:01', '{"items": [{"sku": "Y-2", "qty": 2, "price": 5.00, "discount": 10.00}]}'),
    (407, 4007, 'checkout', TIMESTAMP '2024-03-03 00:00:00', TIMESTAMP '2024-03-03 00:00:01', '{"items": [{"sku": "Y-2", "qty": 2, "price": 5.00, "discount": 10.01}]}'),
    (408, 4008, 'checkout', TIMESTAMP '2024-03-04 00:00:00', TIMESTAMP '2024-03-04 00:00:01', '{"items": [{"sku": "Z-3", "qty": 4, "price": 0}, {"sku": "Z-3", "qty": 1, "price": "0.00", "discount": 0.5}]}'),
    (409, 4009, 'checkout', TIMESTAMP '2024-03-04 23:59:59', TIMESTAMP '2024-03-05 00:00:01', '{"items": [{"sku": "Z-30", "price": "1999.99", "discount": "99.9"}]}'),
    -- a copy that moves the event to the day before
    (410, 4010, 'checkout', TIMESTAMP '2024-03-06 00:00:10', TIMESTAMP '2024-03-06 00:00:11', '{"items": [{"sku": "X-1", "qty": 1, "price": 7.77}]}'),
    (411, 4010, 'checkout', TIMESTAMP '2024-03-05 23:59:50', TIMESTAMP '2024-03-06 00:00:15', '{"items": [{"sku": "X-1", "qty": 1, "price": 7.77}]}'),
    (412, 4011, 'update',   TIMESTAMP '2024-03-05 10:00:00', TIMESTAMP '2024-03-05 10:00:01', '{"items": [{"sku": "X-1", "qty": 9, "price": 7.77}]}');
