-- No refunds at all; orders without items, without parcels, without anything.
INSERT INTO orders VALUES
    (901, TIMESTAMP '2025-05-04 10:00:00'),
    (902, TIMESTAMP '2025-05-07 10:00:00'),
    (903, TIMESTAMP '2025-05-11 10:00:00'),
    (904, TIMESTAMP '2025-05-23 10:00:00');

INSERT INTO order_items VALUES
    (901, 1, 1, 33.00),
    (902, 1, 2, 16.00);

INSERT INTO shipments VALUES
    (9401, 901, 4.00),
    (9402, 903, 5.50);
