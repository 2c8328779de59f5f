-- A category's first year, a category that stopped, one without orders, one with a single order, one with cancelled orders only.
INSERT INTO categories VALUES
    (51, 'First year'),
    (52, 'Stopped'),
    (53, 'Never sold'),
    (54, 'One order'),
    (55, 'Cancelled only');

INSERT INTO orders VALUES
    (5001, 51, TIMESTAMP '2024-03-10 12:00:00', 'delivered', 1, 12.00, 0.00),
    (5002, 51, TIMESTAMP '2024-04-10 12:00:00', 'delivered', 1, 18.00, 0.00),
    (5003, 51, TIMESTAMP '2025-03-10 12:00:00', 'delivered', 1, 21.00, 0.00),
    (5011, 52, TIMESTAMP '2023-03-10 12:00:00', 'delivered', 1, 44.00, 0.00),
    (5012, 52, TIMESTAMP '2023-04-10 12:00:00', 'delivered', 1, 46.00, 0.00),
    (5021, 54, TIMESTAMP '2024-11-10 12:00:00', 'paid', 1, 5.00, 0.00),
    (5031, 55, TIMESTAMP '2023-11-10 12:00:00', 'cancelled', 1, 5.00, 0.00),
    (5032, 55, TIMESTAMP '2024-11-10 12:00:00', 'cancelled', 1, 5.00, 0.00);
