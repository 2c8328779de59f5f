-- Only updates, empty lists and one removed article on the first days; a single checkout with a single piece.
INSERT INTO cart_events VALUES
    (501, 5101, 'update',   TIMESTAMP '2025-06-02 10:00:00', TIMESTAMP '2025-06-02 10:00:01', '{"items": [{"sku": "K-1", "qty": 1, "price": 3.00}]}'),
    (502, 5102, 'update',   TIMESTAMP '2025-06-02 10:05:00', TIMESTAMP '2025-06-02 10:05:01', '{"items": []}'),
    (503, 5103, 'checkout', TIMESTAMP '2025-06-03 10:00:00', TIMESTAMP '2025-06-03 10:00:01', '{"items": []}'),
    (504, 5104, 'checkout', TIMESTAMP '2025-06-03 11:00:00', TIMESTAMP '2025-06-03 11:00:01', '{}'),
    (505, 5105, 'checkout', TIMESTAMP '2025-06-04 10:00:00', TIMESTAMP '2025-06-04 10:00:01', '{"items": [{"sku": "K-1", "qty": null}]}'),
    (506, 5106, 'checkout', TIMESTAMP '2025-06-05 10:00:00', TIMESTAMP '2025-06-05 10:00:01', '{"items": [{"sku": "K-1"}]}');
