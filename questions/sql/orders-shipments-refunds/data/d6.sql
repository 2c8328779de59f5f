-- Fan-out: two or three of everything, in all combinations, and refunds that come in twos with one item or one parcel.
INSERT INTO orders VALUES
    (1001, TIMESTAMP '2025-05-08 10:00:00'),
    (1002, TIMESTAMP '2025-05-13 10:00:00'),
    (1003, TIMESTAMP '2025-05-18 10:00:00'),
    (1004, TIMESTAMP '2025-05-22 10:00:00'),
    (1005, TIMESTAMP '2025-05-26 10:00:00');

INSERT INTO order_items VALUES
    (1001, 1, 1, 40.00), (1001, 2, 3, 12.50), (1001, 3, 2, 9.90),
    (1002, 1, 1, 70.00), (1002, 2, 1, 30.00),
    (1003, 1, 4, 15.00),
    (1004, 1, 1, 99.00), (1004, 2, 2, 5.00),
    (1005, 1, 2, 21.00);

INSERT INTO shipments VALUES
    (9501, 1001, 4.90), (9502, 1001, 6.50),
    (9503, 1002, 7.10),
    (9504, 1003, 3.30), (9505, 1003, 4.40), (9506, 1003, 5.50),
    (9507, 1004, 8.80), (9508, 1004, 2.20);

INSERT INTO refunds VALUES
    (411, 1001, 'paid', 12.50), (412, 1001, 'paid', 9.90),
    (413, 1002, 'paid', 30.00), (414, 1002, 'requested', 70.00),
    (415, 1003, 'paid', 15.00), (416, 1003, 'rejected', 15.00), (417, 1003, 'paid', 5.00),
    (418, 1005, 'paid', 10.00), (419, 1005, 'paid', 11.00);
