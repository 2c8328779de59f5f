-- No prices, no rates, nothing bad: one subscription that ends, and months in which nothing is active.
INSERT INTO raw_subscription_events VALUES
    (700, 'z1', 'only', 'ida', 'started', 'w', '2020-09-15'),
    (701, 'z2', 'only', 'ida', 'cancelled', NULL, '2020-10-15'),
    (702, 'z3', 'never', 'ida', 'cancelled', NULL, '2021-01-15');
