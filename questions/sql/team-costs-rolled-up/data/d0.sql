INSERT INTO teams VALUES
    (1, 'Product', NULL, TRUE),
    (2, 'Operations', NULL, TRUE),
    (3, 'Search', 1, TRUE),
    (4, 'Checkout', 1, TRUE),
    (5, 'Warehouse', 2, TRUE),
    (6, 'Ranking', 3, TRUE);

INSERT INTO cloud_costs VALUES
    (1, DATE '2025-10-04', 'storage', 120.00),
    (2, DATE '2025-10-09', 'storage', 80.00),
    (3, DATE '2025-10-11', 'compute', 940.50),
    (4, DATE '2025-10-15', 'compute', 610.25),
    (5, DATE '2025-10-20', 'network', 75.40),
    (6, DATE '2025-10-22', 'compute', 1300.00),
    (6, DATE '2025-08-22', 'compute', 1100.00);
