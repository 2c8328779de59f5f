-- NULL prices, costs and amounts, alone and next to real ones; every refund status; children of unknown orders and of none.
INSERT INTO orders VALUES
    (701, TIMESTAMP '2025-05-02 10:00:00'),
    (702, TIMESTAMP '2025-05-05 10:00:00'),
    (703, TIMESTAMP '2025-05-09 10:00:00'),
    (704, TIMESTAMP '2025-05-12 10:00:00'),
    (705, TIMESTAMP '2025-05-16 10:00:00'),
    (706, TIMESTAMP '2025-05-19 10:00:00');

INSERT INTO order_items VALUES
    (701, 1, 1, 30.00),
    (701, 2, 2, NULL),
    -- only a line without a price
    (702, 1, 3, NULL),
    (703, 1, 1, 18.00),
    (704, 1, 2, 22.00),
    (705, 1, 1, 64.00),
    (706, 1, 1, 41.00),
    -- no such order
    (799, 1, 1, 500.00);

INSERT INTO shipments VALUES
    (9201, 701, NULL),
    (9202, 701, 6.00),
    (9203, 702, 3.00),
    -- only a parcel without a bill
    (9204, 703, NULL),
    (9205, 704, 4.00),
    (9206, 705, 4.00),
    (9207, 799, 70.00),
    (9208, NULL, 80.00);

INSERT INTO refunds VALUES
    (211, 701, 'paid', NULL),
    (212, 701, 'paid', 7.00),
    (213, 702, 'requested', 9.00),
    -- only a refund without an amount
    (214, 703, 'paid', NULL),
    (215, 704, 'rejected', 44.00),
    (216, 704, 'requested', 22.00),
    (217, 705, 'requested', 64.00),
    (218, 705, 'paid', 60.00),
    (219, 706, 'rejected', NULL),
    (220, 799, 'paid', 500.00),
    (221, NULL, 'paid', 90.00);
