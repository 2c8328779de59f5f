INSERT INTO customers VALUES
    (1, 'Amber Lane'),
    (2, 'Birch Street'),
    (3, 'Cedar Court');

INSERT INTO orders VALUES
    (501, 1, TIMESTAMP '2023-03-05 10:00:00', 'delivered', 40.00),
    (502, 1, TIMESTAMP '2023-04-03 18:30:00', 'delivered', 25.50),
    (503, 1, TIMESTAMP '2023-05-02 09:10:00', 'delivered', 31.00),
    (504, 1, TIMESTAMP '2023-06-02 08:45:00', 'delivered', 18.00),
    (505, 2, TIMESTAMP '2023-03-14 12:00:00', 'delivered', 55.00),
    (506, 2, TIMESTAMP '2023-04-14 12:00:00', 'delivered', 20.00),
    (507, 2, TIMESTAMP '2023-06-16 12:00:00', 'delivered', 20.00),
    (508, 3, TIMESTAMP '2023-04-01 08:00:00', 'delivered', 62.00),
    (509, 3, TIMESTAMP '2023-05-02 07:00:00', 'delivered', 15.00),
    (510, 3, TIMESTAMP '2023-06-02 06:00:00', 'delivered', 27.00),
    (511, 3, TIMESTAMP '2023-07-08 08:00:00', 'cancelled', 90.00);

INSERT INTO refunds VALUES
    (9001, 511, 90.00);
