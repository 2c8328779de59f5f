-- Orders without a category or with an unknown one, missing discounts, an empty name, every status, a gap in the year before.
INSERT INTO categories VALUES
    (31, ''),
    (32, 'Puzzles'),
    (33, 'Board games');

INSERT INTO orders VALUES
    (3001, NULL, TIMESTAMP '2023-03-03 10:00:00', 'delivered', 1, 60.00, NULL),
    (3002, NULL, TIMESTAMP '2024-03-03 10:00:00', 'delivered', 1, 90.00, NULL),
    (3003, 99, TIMESTAMP '2023-03-03 10:00:00', 'delivered', 1, 60.00, 0.00),
    (3004, 99, TIMESTAMP '2024-03-03 10:00:00', 'delivered', 1, 90.00, 0.00),
    (3011, 31, TIMESTAMP '2023-03-05 10:00:00', 'delivered', 2, 35.00, NULL),
    (3012, 31, TIMESTAMP '2024-03-06 10:00:00', 'delivered', 2, 40.00, 5.00),
    -- one order of every status in both years
    (3021, 32, TIMESTAMP '2023-04-01 10:00:00', 'pending', 1, 1.00, NULL),
    (3022, 32, TIMESTAMP '2023-04-02 10:00:00', 'paid', 1, 20.00, NULL),
    (3023, 32, TIMESTAMP '2023-04-03 10:00:00', 'delivered', 1, 300.00, 12.00),
    (3024, 32, TIMESTAMP '2023-04-04 10:00:00', 'returned', 1, 4000.00, NULL),
    (3025, 32, TIMESTAMP '2023-04-05 10:00:00', 'cancelled', 1, 50000.00, NULL),
    (3031, 32, TIMESTAMP '2024-04-01 10:00:00', 'pending', 1, 70000.00, NULL),
    (3032, 32, TIMESTAMP '2024-04-02 10:00:00', 'paid', 1, 4000.00, NULL),
    (3033, 32, TIMESTAMP '2024-04-03 10:00:00', 'delivered', 1, 700.00, 30.00),
    (3034, 32, TIMESTAMP '2024-04-04 10:00:00', 'returned', 1, 80.00, NULL),
    (3035, 32, TIMESTAMP '2024-04-05 10:00:00', 'cancelled', 1, 9.00, NULL),
    -- only a cancelled order a year before; a month with only a pending order this year
    (3041, 33, TIMESTAMP '2023-06-05 10:00:00', 'cancelled', 1, 40.00, NULL),
    (3042, 33, TIMESTAMP '2024-06-05 10:00:00', 'delivered', 1, 55.00, NULL),
    (3043, 33, TIMESTAMP '2023-09-05 10:00:00', 'delivered', 1, 40.00, NULL),
    (3044, 33, TIMESTAMP '2024-09-05 10:00:00', 'pending', 1, 55.00, NULL);
