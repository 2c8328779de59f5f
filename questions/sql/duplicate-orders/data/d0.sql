-- Public sample.
INSERT INTO orders VALUES
    (1, 10, 500, TIMESTAMP '2024-05-06 10:00:00', 40.00, 'shipped'),
    (2, 10, 500, TIMESTAMP '2024-05-06 10:03:10', 40.00, 'paid'),
    (3, 10, 501, TIMESTAMP '2024-05-06 10:03:40', 15.00, 'paid'),
    (4, 11, 500, TIMESTAMP '2024-05-06 10:04:00', 40.00, 'shipped'),
    (5, 11, 500, TIMESTAMP '2024-05-06 10:30:00', 40.00, 'paid'),
    (6, 12, 502, TIMESTAMP '2024-05-06 11:00:00', 99.50, 'placed'),
    (7, 12, 502, TIMESTAMP '2024-05-06 11:01:30', 89.50, 'placed'),
    (8, 13, 503, TIMESTAMP '2024-05-06 12:00:00', 22.00, 'cancelled'),
    (9, 13, 503, TIMESTAMP '2024-05-06 12:02:00', 22.00, 'paid'),
    (10, 14, 503, TIMESTAMP '2024-05-06 12:01:00', 22.00, 'paid'),
    (11, 14, 503, TIMESTAMP '2024-05-06 12:05:00', 22.00, 'paid'),
    (12, 14, 503, TIMESTAMP '2024-05-06 12:09:30', 22.00, 'paid');

INSERT INTO payments VALUES
    (9001, 1, 'capture', 40.00),
    (9002, 2, 'capture', 40.00),
    (9003, 3, 'capture', 15.00),
    (9004, 4, 'capture', 40.00),
    (9005, 5, 'capture', 40.00),
    (9006, 7, 'decline', 89.50),
    (9007, 9, 'capture', 22.00),
    (9008, 10, 'capture', 22.00),
    (9009, 11, 'capture', 22.00),
    (9010, 11, 'refund', 5.00),
    (9011, 12, 'capture', 22.00);
