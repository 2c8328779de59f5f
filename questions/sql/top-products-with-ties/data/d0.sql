INSERT INTO categories VALUES
    (10, 'Kitchen'),
    (20, 'Garden');

INSERT INTO products VALUES
    (101, 'Chef knife', 10),
    (102, 'Cutting board', 10),
    (103, 'Kettle', 10),
    (104, 'Whisk', 10),
    (201, 'Watering can', 20),
    (202, 'Hand trowel', 20);

INSERT INTO orders VALUES
    (1001, TIMESTAMP '2024-02-03 09:15:00', 'completed'),
    (1002, TIMESTAMP '2024-03-18 19:40:00', 'completed'),
    (1003, TIMESTAMP '2024-05-09 12:05:00', 'cancelled'),
    (1004, TIMESTAMP '2024-07-22 08:30:00', 'completed'),
    (1005, TIMESTAMP '2023-11-30 17:20:00', 'completed'),
    (1006, TIMESTAMP '2024-12-05 21:10:00', 'completed');

INSERT INTO order_items VALUES
    (1001, 1, 101, 1, 80.00, 0.00),
    (1001, 2, 102, 2, 25.00, 5.00),
    (1002, 1, 103, 1, 39.90, 0.00),
    (1002, 2, 201, 3, 18.00, 0.00),
    (1003, 1, 104, 5,  9.50, 0.00),
    (1004, 1, 104, 2,  9.50, 0.00),
    (1004, 2, 202, 1, 12.50, 0.00),
    (1005, 1, 202, 6, 12.50, 0.00),
    (1006, 1, 101, 1, 80.00, 8.00);
