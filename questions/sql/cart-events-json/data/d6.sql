-- Long lists, one article in many carts and on many lines, many copies of one event.
INSERT INTO cart_events VALUES
    (601, 6001, 'checkout', TIMESTAMP '2025-07-14 10:00:00', TIMESTAMP '2025-07-14 10:00:01',
     '{"items": [{"sku": "P-1", "qty": 1, "price": 2.50}, {"sku": "P-2", "qty": 2, "price": 3.50}, {"sku": "P-1", "qty": 3, "price": 2.25, "discount": 0.75}, {"sku": "P-3", "price": "9"}]}'),
    (602, 6001, 'checkout', TIMESTAMP '2025-07-14 10:00:00', TIMESTAMP '2025-07-14 10:00:02',
     '{"items": [{"sku": "P-1", "qty": 1, "price": 2.50}, {"sku": "P-2", "qty": 2, "price": 3.50}, {"sku": "P-1", "qty": 3, "price": 2.25, "discount": 0.75}, {"sku": "P-3", "price": "9"}]}'),
    (603, 6002, 'checkout', TIMESTAMP '2025-07-14 11:00:00', TIMESTAMP '2025-07-14 11:00:01',
     '{"items": [{"sku": "P-1", "qty": "2", "price": "2.50"}, {"sku": "P-2", "qty": null, "price": 3.50}, {"sku": "P-3", "qty": 1, "price": 9.00, "discount": "1"}]}'),
    (604, 6003, 'checkout', TIMESTAMP '2025-07-15 11:00:00', TIMESTAMP '2025-07-15 11:00:01',
     '{"items": [{"sku": "P-3", "qty": 5, "price": 8.00}, {"sku": "P-1", "qty": 5, "price": 2.00}]}'),
    (605, 6002, 'checkout', TIMESTAMP '2025-07-14 11:00:00', TIMESTAMP '2025-07-14 11:00:03',
     '{"items": [{"sku": "P-1", "qty": "2", "price": "2.50"}, {"sku": "P-2", "qty": null, "price": 3.50}, {"sku": "P-3", "qty": 1, "price": 9.00, "discount": "1"}]}'),
    (606, 6004, 'checkout', TIMESTAMP '2025-07-15 12:00:00', TIMESTAMP '2025-07-15 12:00:01',
     '{"items": [{"sku": "P-1", "qty": 1, "price": 2.00}, {"sku": "P-1", "qty": 1, "price": 2.00}, {"sku": "P-1", "qty": 1, "price": 2.00}]}'),
    (607, 6005, 'update', TIMESTAMP '2025-07-15 12:30:00', TIMESTAMP '2025-07-15 12:30:01',
     '{"items": [{"sku": "P-1", "qty": 8, "price": 2.00}, {"sku": "P-4", "qty": 1, "price": 2.00}]}');
