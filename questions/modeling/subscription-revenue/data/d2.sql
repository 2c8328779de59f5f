-- Copies, corrections of every column, bad copies after good ones, equal prices, prices that were corrected or delivered out of order.
INSERT INTO raw_plan_prices VALUES
    (13, 'a', DATE '2022-01-01', 10.00, 'EUR'),
    (12, 'a', DATE '2022-01-01', 9.00, 'EUR'),
    (14, 'a', DATE '2022-03-01', 12.00, 'EUR'),
    (15, 'a', DATE '2022-02-01', 11.00, 'EUR'),
    (16, 'b', DATE '2022-01-01', 10.00, 'EUR'),
    (17, 'b', DATE '2022-01-01', 13.00, 'USD'),
    (18, 'c', DATE '2022-01-01', 7.00, 'GBP'),
    (19, 'c', DATE '2022-01-01', 8.00, 'EUR'),
    (20, 'c', DATE '2022-03-15', 9.50, 'GBP');

INSERT INTO raw_rates VALUES
    (1, 'USD', DATE '2022-01-01', 0.8800),
    (2, 'USD', DATE '2022-01-01', 0.8810),
    (4, 'GBP', DATE '2022-03-01', 1.1900),
    (3, 'GBP', DATE '2022-03-01', 1.1800);

INSERT INTO raw_subscription_events VALUES
    (203, 'k1', 's1', 'ann', 'started', 'a', '2022-01-10'),
    (202, 'k1', 's1', 'ann', 'started', 'b', '2022-01-10'),
    (204, 'k2', 's2', 'ann', 'started', 'a', '2022-01-10'),
    (205, 'k3', 's3', 'ann', 'started', 'a', '2022-01-11'),
    (206, 'k3', 's3', 'bob', 'started', 'a', '2022-02-11'),
    (207, 'k4', 's4', 'bob', 'started', 'b', '2022-01-12'),
    (208, 'k4', 's4', 'bob', 'started', 'b', '2022-1-12'),
    (209, 'k5', 's4', 'bob', 'cancelled', 'b', '2022-04-02'),
    (210, 'k5', 's4', 'bob', 'cancelled', 'b', '2022-03-02'),
    (211, 'k6', 's5', 'cem', 'started', 'c', '2022-01-20'),
    (212, 'k7', 's5', 'cem', 'cancelled', NULL, '2022-02-20'),
    (213, 'k8', 's5', 'dot', 'started', 'c', '2022-03-20'),
    (214, 'k9', 's6', 'dot', 'changed', 'c', '2022-02-01'),
    (215, 'k9', 's6', 'dot', 'changed', '', '2022-02-01'),
    (216, 'k9', 's6', 'dot', 'changed', '', '2022-02-01'),
    (217, 'k10', 's7', 'eva', 'start', 'c', '2022-02-01'),
    (218, 'k10', 's7', 'eva', 'started', 'c', '2022-02-01'),
    (219, 'k11', 's7', 'eva', 'cancelled', 'c', '2022-04-10'),
    (220, 'k12', 's8', 'eva', 'cancelled', 'c', '2022-02-10'),
    (221, 'k12', 's8', 'eva', 'started', 'c', '2022-02-10');
