-- Orders at the same instant, with the ids in another order than the clicks; equal amounts, equal payments.
INSERT INTO orders VALUES
    (90, 61, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'paid'),
    (85, 61, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'paid'),
    (88, 61, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'paid'),
    (80, 61, 8, TIMESTAMP '2022-02-10 08:04:00', 12.00, 'paid'),
    (70, 62, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'placed'),
    (71, 62, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'cancelled'),
    (72, 62, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'shipped'),
    (60, 63, 8, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'paid'),
    (61, 63, 9, TIMESTAMP '2022-02-10 08:00:00', 12.00, 'paid'),
    (50, 64, 9, TIMESTAMP '2022-02-10 08:01:00', 7.00, 'paid'),
    (51, 64, 9, TIMESTAMP '2022-02-10 08:01:00', 9.00, 'paid'),
    (40, 65, 9, TIMESTAMP '2022-02-10 08:10:00', 5.00, 'paid'),
    (41, 65, 9, TIMESTAMP '2022-02-10 08:06:00', 5.00, 'paid');

INSERT INTO payments VALUES
    (1, 90, 'capture', 12.00),
    (2, 90, 'capture', 12.00),
    (3, 90, 'refund', 12.00),
    (4, 88, 'capture', 12.00),
    (5, 88, 'capture', 12.00),
    (6, 85, 'capture', 12.00),
    (7, 80, 'capture', 12.00),
    (8, 80, 'decline', 12.00),
    (9, 80, 'decline', 12.00),
    (10, 72, 'refund', 12.00),
    (11, 72, 'refund', 12.00),
    (12, 51, 'capture', 9.00),
    (13, 40, 'capture', 5.00),
    (14, 41, 'capture', 5.00);
