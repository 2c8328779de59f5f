-- Corrections over the end of a month and of a year, versions that start one day earlier, values at the limits again.
INSERT INTO raw_sellers VALUES
    (11, 'lim', 'max', '99.99', '2024-01-01'),
    (12, 'leap', 'before', '5', '2024-02-27'),
    (13, 'far', 'new year', '49', '2025-01-01'),
    (14, 'lim', 'first', '1', '2023-12-30');

INSERT INTO raw_order_lines VALUES
    (27, 'q', '1', 'lim', '2023-12-29', '1', '2.00', 'placed'),
    (28, 'q', '3', 'lim', '2024-01-01', '2', '3.00', 'placed'),
    (29, 'q', '6', 'lim', '2024-01-01', '1000', '0.02', 'placed'),
    (30, 'p', '7', 'leap', '2024-02-29', '1000', '99999.99', 'cancelled'),
    (31, 'p', '3', 'leap', '2024-02-29', '1', '100000.00', 'placed'),
    (32, 'r', '3', 'far', '2024-12-31', '3', '0.33', 'shipped'),
    (33, 's', '1', 'far', '2023-12-31', '1', '1.99', 'placed'),
    (34, 'p', '8', 'leap', '2024-02-28', '1', '1.01', 'placed');
