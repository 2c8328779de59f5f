INSERT INTO categories VALUES
    (1, 'Garden tools'),
    (2, 'Bicycles'),
    (3, 'Lamps');

INSERT INTO orders VALUES
    (101, 1, TIMESTAMP '2023-01-10 09:00:00', 'delivered', 2, 40.00, 0.00),
    (102, 1, TIMESTAMP '2023-02-14 17:20:00', 'delivered', 1, 100.00, 0.00),
    (103, 2, TIMESTAMP '2023-01-20 12:00:00', 'paid', 1, 450.00, 0.00),
    (104, 2, TIMESTAMP '2023-02-03 15:45:00', 'delivered', 1, 300.00, 0.00),
    (105, 3, TIMESTAMP '2023-02-21 08:30:00', 'delivered', 4, 15.00, 0.00),
    (106, 1, TIMESTAMP '2024-01-12 10:10:00', 'delivered', 3, 40.00, 0.00),
    (107, 1, TIMESTAMP '2024-02-08 19:00:00', 'delivered', 1, 70.00, 0.00),
    (108, 1, TIMESTAMP '2024-02-19 11:30:00', 'paid', 1, 20.00, 0.00),
    (109, 2, TIMESTAMP '2024-01-25 13:15:00', 'delivered', 1, 500.00, 0.00),
    (110, 2, TIMESTAMP '2024-01-28 13:15:00', 'cancelled', 1, 900.00, 0.00),
    (111, 2, TIMESTAMP '2024-02-11 16:00:00', 'delivered', 1, 300.00, 0.00),
    (112, 3, TIMESTAMP '2024-02-02 07:50:00', 'delivered', 5, 17.00, 0.00);
