-- A late event of an old month, a correction of a date, a copy, a bad one that comes back good, a price and a rate that were corrected.
INSERT INTO raw_plan_prices VALUES
    (5, 'basic', DATE '2024-01-01', 8.50, 'EUR');

INSERT INTO raw_rates VALUES
    (3, 'USD', DATE '2024-03-01', 0.9300);

INSERT INTO raw_subscription_events VALUES
    (108, 'e-8', 's-6', 'c-1', 'started', 'pro', '2023-12-31'),
    (109, 'e-5', 's-2', 'c-2', 'cancelled', NULL, '2024-03-31'),
    (110, 'e-3', 's-1', 'c-1', 'changed', 'pro', '2024-02-10'),
    (111, 'e-7', 's-5', 'c-5', 'started', 'basic', '2024-02-29');
