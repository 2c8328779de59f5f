-- Ties: orders with the same net amount, lines that look alike, parcels at one price, refunds paid twice over the same amount.
INSERT INTO orders VALUES
    (614, TIMESTAMP '2025-05-03 08:00:00'),
    (611, TIMESTAMP '2025-05-03 08:00:00'),
    (613, TIMESTAMP '2025-05-20 11:00:00'),
    (612, TIMESTAMP '2025-05-28 19:00:00'),
    (615, TIMESTAMP '2025-05-29 07:00:00');

INSERT INTO order_items VALUES
    -- three lines that look alike
    (611, 1, 2, 10.00),
    (611, 2, 2, 10.00),
    (611, 3, 2, 10.00),
    (612, 1, 1, 50.00),
    (613, 1, 5, 10.00),
    (614, 1, 1, 50.00),
    (615, 1, 4, 20.00),
    (615, 2, 1, 20.00);

INSERT INTO shipments VALUES
    (9101, 611, 5.00),
    (9102, 611, 5.00),
    (9103, 612, 5.00),
    (9104, 613, 5.00),
    (9105, 615, 5.00);

INSERT INTO refunds VALUES
    (111, 612, 'paid', 5.00),
    (112, 613, 'paid', 5.00),
    (113, 614, 'paid', 10.00),
    (114, 615, 'paid', 20.00),
    (115, 615, 'paid', 20.00);
