-- Events and prices on the first and the last day of a month and the days around, leap days, the new year, dates that do not exist.
INSERT INTO raw_plan_prices VALUES
    (1, 'x', DATE '2023-11-30', 1.00, 'EUR'),
    (2, 'x', DATE '2023-12-01', 2.00, 'EUR'),
    (3, 'x', DATE '2024-01-31', 4.00, 'EUR'),
    (4, 'x', DATE '2024-02-29', 8.00, 'EUR'),
    (5, 'x', DATE '2024-04-01', 16.00, 'USD'),
    (6, 'y', DATE '2023-12-31', 32.00, 'EUR'),
    (7, 'y', DATE '2024-02-01', 64.00, 'GBP');

INSERT INTO raw_rates VALUES
    (1, 'USD', DATE '2024-05-01', 0.9301),
    (2, 'GBP', DATE '2023-12-01', 1.1601),
    (3, 'GBP', DATE '2024-03-01', 1.1707);

INSERT INTO raw_subscription_events VALUES
    (1, 'd1', 'v1', 'low', 'started', 'x', '2023-11-30'),
    (2, 'd2', 'v2', 'low', 'started', 'y', '2023-12-01'),
    (3, 'd3', 'v3', 'low', 'started', 'x', '2023-12-31'),
    (4, 'd4', 'v3', 'low', 'cancelled', NULL, '2024-01-01'),
    (5, 'd5', 'v4', 'high', 'started', 'y', '2024-01-01'),
    (6, 'd6', 'v4', 'high', 'cancelled', NULL, '2024-01-31'),
    (7, 'd7', 'v5', 'high', 'started', 'x', '2024-02-01'),
    (8, 'd8', 'v5', 'high', 'changed', 'y', '2024-02-29'),
    (9, 'd9', 'v5', 'high', 'cancelled', NULL, '2024-03-31'),
    (10, 'd10', 'v6', 'high', 'started', 'y', '2024-02-10'),
    (11, 'd11', 'v6', 'high', 'cancelled', NULL, '2024-02-20'),
    (12, 'd12', 'v7', 'odd', 'started', 'x', '2023-02-29'),
    (13, 'd13', 'v7', 'odd', 'started', 'x', '2024-04-31'),
    (14, 'd14', 'v7', 'odd', 'started', 'x', '2024-13-01'),
    (15, 'd15', 'v7', 'odd', 'started', 'x', '2024-3-01'),
    (16, 'd16', 'v7', 'odd', 'started', 'x', '2024-03-01 00:00:00'),
    (17, 'd17', 'v7', 'odd', 'started', 'x', ' 2024-03-01'),
    (18, 'd18', 'v7', 'odd', 'started', 'x', '2024/03/01'),
    (19, 'd19', 'v7', 'odd', 'started', 'x', '20240301'),
    (20, 'd20', 'v8', 'odd', 'cancelled', NULL, '2024-05-01');
