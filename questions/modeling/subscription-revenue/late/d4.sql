-- Corrections across the end of a month and of the year, a last month and a first month that move, prices on the last day.
INSERT INTO raw_plan_prices VALUES
    (8, 'y', DATE '2024-03-31', 65.00, 'EUR'),
    (9, 'x', DATE '2024-01-31', 4.50, 'EUR');

INSERT INTO raw_rates VALUES
    (4, 'GBP', DATE '2024-02-01', 1.1650),
    (5, 'USD', DATE '2024-04-01', 0.9333);

INSERT INTO raw_subscription_events VALUES
    (30, 'd4', 'v3', 'low', 'cancelled', NULL, '2024-02-29'),
    (31, 'd6', 'v4', 'high', 'cancelled', NULL, '2024-02-01'),
    (32, 'd20', 'v8', 'odd', 'cancelled', NULL, '2024-04-30'),
    (33, 'd1', 'v1', 'low', 'started', 'x', '2023-12-31'),
    (34, 'd12', 'v7', 'odd', 'started', 'x', '2024-02-29'),
    (35, 'd13', 'v7', 'odd', 'started', 'x', '2024-04-31');
