-- Public sample.
INSERT INTO raw_plan_prices VALUES
    (1, 'basic', DATE '2024-01-01', 9.00, 'EUR'),
    (2, 'pro', DATE '2024-01-01', 19.00, 'EUR'),
    (3, 'pro', DATE '2024-03-01', 21.00, 'EUR'),
    (4, 'team', DATE '2024-01-01', 50.00, 'USD');

INSERT INTO raw_rates VALUES
    (1, 'USD', DATE '2024-01-01', 0.9000),
    (2, 'USD', DATE '2024-03-01', 0.9200);

INSERT INTO raw_subscription_events VALUES
    (100, 'e-1', 's-1', 'c-1', 'started', 'basic', '2024-01-10'),
    (101, 'e-2', 's-2', 'c-2', 'started', 'pro', '2024-01-15'),
    (102, 'e-2', 's-2', 'c-2', 'started', 'pro', '2024-01-15'),
    (103, 'e-3', 's-1', 'c-1', 'changed', 'pro', '2024-02-10'),
    (104, 'e-4', 's-3', 'c-3', 'Started', 'team', '2024-02-20'),
    (105, 'e-5', 's-2', 'c-2', 'cancelled', NULL, '2024-04-05'),
    (106, 'e-6', 's-4', 'c-4', 'started', '', '2024-03-12'),
    (107, 'e-7', 's-5', 'c-5', 'started', 'basic', '2024-02-30');
