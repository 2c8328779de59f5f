-- Copies of the first batch, corrections of corrections, an event that moves to another subscription, a cancellation taken back, prices corrected again.
INSERT INTO raw_plan_prices VALUES
    (22, 'a', DATE '2022-02-01', 11.50, 'EUR'),
    (21, 'a', DATE '2022-02-01', 99.00, 'EUR'),
    (23, 'b', DATE '2022-02-01', 14.00, 'USD'),
    (24, 'c', DATE '2022-03-15', 9.60, 'EUR');

INSERT INTO raw_rates VALUES
    (6, 'USD', DATE '2022-01-01', 0.8820),
    (5, 'USD', DATE '2022-01-01', 0.9990),
    (7, 'USD', DATE '2022-02-01', 0.8900);

INSERT INTO raw_subscription_events VALUES
    (222, 'k1', 's1', 'ann', 'started', 'a', '2022-01-10'),
    (224, 'k2', 's2', 'bob', 'started', 'a', '2022-01-10'),
    (223, 'k2', 's2', 'bob', 'started', 'c', '2022-01-10'),
    (225, 'k3', 's9', 'bob', 'started', 'a', '2022-02-11'),
    (226, 'k5', 's4', 'bob', 'changed', 'a', '2022-03-02'),
    (227, 'k7', 's5', 'cem', 'cancelled', NULL, '2022-02-30'),
    (228, 'k11', 's7', 'eva', 'cancelled', 'c', '2022-03-31'),
    (229, 'k13', 's1', 'ann', 'cancelled', NULL, '2022-02-28'),
    (230, 'k12', NULL, 'eva', 'cancelled', 'c', '2022-02-10');
