-- Guest orders, orders of deleted accounts, refunds without an order or without an amount, an empty name.
INSERT INTO customers VALUES
    (41, 'Plum Cottage'),
    (42, ''),
    (43, 'Pear Cottage'),
    (44, 'Quince Cottage');

INSERT INTO orders VALUES
    (1201, 41, TIMESTAMP '2022-02-10 10:00:00', 'delivered', 20.00),
    (1202, 41, TIMESTAMP '2022-03-10 10:00:00', 'delivered', 20.00),
    (1203, 41, TIMESTAMP '2022-04-10 10:00:00', 'delivered', 20.00),
    (1204, 41, TIMESTAMP '2022-05-10 10:00:00', 'pending', 20.00),
    (1211, 42, TIMESTAMP '2022-06-10 10:00:00', 'delivered', 20.00),
    (1212, 42, TIMESTAMP '2022-07-10 10:00:00', 'delivered', 20.00),
    (1213, 42, TIMESTAMP '2022-08-10 10:00:00', 'delivered', 20.00),
    (1221, 43, TIMESTAMP '2022-06-11 10:00:00', 'delivered', 20.00),
    (1222, 43, TIMESTAMP '2022-07-11 10:00:00', 'shipped', 20.00),
    (1223, 43, TIMESTAMP '2022-08-11 10:00:00', 'delivered', 20.00),
    (1224, 44, TIMESTAMP '2022-06-12 10:00:00', 'delivered', 20.00),
    (1225, 44, TIMESTAMP '2022-07-12 10:00:00', 'cancelled', 20.00),
    (1226, 44, TIMESTAMP '2022-08-12 10:00:00', 'delivered', 20.00),
    -- guests
    (1231, NULL, TIMESTAMP '2022-02-01 10:00:00', 'delivered', 20.00),
    (1232, NULL, TIMESTAMP '2022-03-01 10:00:00', 'delivered', 20.00),
    (1233, NULL, TIMESTAMP '2022-04-01 10:00:00', 'delivered', 20.00),
    -- a deleted account
    (1241, 49, TIMESTAMP '2022-02-02 10:00:00', 'delivered', 20.00),
    (1242, 49, TIMESTAMP '2022-03-02 10:00:00', 'delivered', 20.00),
    (1243, 49, TIMESTAMP '2022-04-02 10:00:00', 'delivered', 20.00);

INSERT INTO refunds VALUES
    (7201, NULL, 20.00),
    (7202, 1202, NULL),
    (7203, 1212, NULL),
    (7204, 1212, 5.00),
    (7205, 1299, 20.00),
    (7206, NULL, NULL);
