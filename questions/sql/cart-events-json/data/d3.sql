-- Keys left out against JSON null for every key, payloads that are NULL, empty, broken or without a list, a broken last copy.
INSERT INTO cart_events VALUES
    (301, 3001, 'checkout', TIMESTAMP '2025-05-12 08:00:00', TIMESTAMP '2025-05-12 08:00:01', '{"items": [{"sku": "A-1", "price": 4.00}]}'),
    (302, 3002, 'checkout', TIMESTAMP '2025-05-12 08:10:00', TIMESTAMP '2025-05-12 08:10:01', '{"items": [{"sku": "A-1", "qty": null, "price": 4.00}]}'),
    (303, 3003, 'checkout', TIMESTAMP '2025-05-12 08:20:00', TIMESTAMP '2025-05-12 08:20:01', '{"items": [{"sku": "B-2", "qty": null, "price": 6.00, "discount": 1.00}]}'),
    (304, 3004, 'checkout', TIMESTAMP '2025-05-12 08:30:00', TIMESTAMP '2025-05-12 08:30:01', '{"items": [{"sku": "C-3", "qty": 2}]}'),
    (305, 3005, 'checkout', TIMESTAMP '2025-05-12 08:40:00', TIMESTAMP '2025-05-12 08:40:01', '{"items": [{"sku": "C-3", "qty": 3, "price": null, "discount": 2.00}]}'),
    (306, 3006, 'checkout', TIMESTAMP '2025-05-12 08:50:00', TIMESTAMP '2025-05-12 08:50:01', '{"items": [{"sku": "D-4", "qty": 1, "price": 8.00, "discount": null}, {"sku": "D-4", "qty": 1, "price": 8.00}]}'),
    (307, 3007, 'checkout', TIMESTAMP '2025-05-12 09:00:00', TIMESTAMP '2025-05-12 09:00:01', '{"items": null}'),
    (308, 3008, 'checkout', TIMESTAMP '2025-05-12 09:10:00', TIMESTAMP '2025-05-12 09:10:01', '{"cart": 17}'),
    (309, 3009, 'checkout', TIMESTAMP '2025-05-12 09:20:00', TIMESTAMP '2025-05-12 09:20:01', NULL),
    (310, 3010, 'checkout', TIMESTAMP '2025-05-12 09:30:00', TIMESTAMP '2025-05-12 09:30:01', ''),
    (311, 3011, 'checkout', TIMESTAMP '2025-05-12 09:40:00', TIMESTAMP '2025-05-12 09:40:01', '{"items": [{"sku": "E-5", "qty": 1, "pri'),
    (312, 3012, 'checkout', TIMESTAMP '2025-05-12 09:50:00', TIMESTAMP '2025-05-12 09:50:01', 'timeout'),
    (313, 3013, 'checkout', TIMESTAMP '2025-05-12 10:00:00', TIMESTAMP '2025-05-12 10:00:01', '{"items": []}'),
    -- readable first, broken last
    (314, 3014, 'checkout', TIMESTAMP '2025-05-12 10:10:00', TIMESTAMP '2025-05-12 10:10:01', '{"items": [{"sku": "F-6", "qty": 5, "price": 2.00}]}'),
    (315, 3014, 'checkout', TIMESTAMP '2025-05-12 10:10:00', TIMESTAMP '2025-05-12 10:10:02', '{"items": [{"sku": "F-6", "qty": 5, '),
    -- broken first, readable last
    (316, 3015, 'checkout', TIMESTAMP '2025-05-12 10:20:00', TIMESTAMP '2025-05-12 10:20:01', '{"items": [{"sku": "G-7"'),
    (317, 3015, 'checkout', TIMESTAMP '2025-05-12 10:20:00', TIMESTAMP '2025-05-12 10:20:02', '{"items": [{"sku": "G-7", "qty": "2", "price": "1.10"}]}'),
    -- a missing last copy
    (318, 3016, 'checkout', TIMESTAMP '2025-05-12 10:30:00', TIMESTAMP '2025-05-12 10:30:01', '{"items": [{"sku": "H-8", "qty": 1, "price": 3.00}]}'),
    (319, 3016, 'checkout', TIMESTAMP '2025-05-12 10:30:00', TIMESTAMP '2025-05-12 10:30:02', NULL);
