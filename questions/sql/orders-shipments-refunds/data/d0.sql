INSERT INTO orders VALUES
    (501, TIMESTAMP '2025-05-06 09:12:00'),
    (502, TIMESTAMP '2025-05-14 20:45:00'),
    (503, TIMESTAMP '2025-05-21 13:30:00'),
    (504, TIMESTAMP '2025-03-11 16:05:00');

INSERT INTO order_items VALUES
    (501, 1, 2, 24.50),
    (502, 1, 1, 89.00),
    (503, 1, 3, 12.00),
    (504, 1, 1, 45.00);

INSERT INTO shipments VALUES
    (9001, 501, 4.90),
    (9002, 502, 6.50),
    (9003, 503, 4.20),
    (9004, 504, 4.90);

INSERT INTO refunds VALUES
    (71, 501, 'paid', 24.50),
    (72, 502, 'paid', 10.00),
    (73, 503, 'paid', 36.00);
