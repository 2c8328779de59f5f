-- The first prices and rates there ever were, the first bad delivery; the subscription comes back and another one ran before all months.
INSERT INTO raw_plan_prices VALUES
    (1, 'w', DATE '2020-09-01', 5.00, 'USD'),
    (2, 'w', DATE '2020-12-01', 6.00, 'EUR'),
    (3, 'unsold', DATE '2020-12-01', 7.00, 'EUR');

INSERT INTO raw_rates VALUES
    (1, 'USD', DATE '2020-10-01', 0.8500);

INSERT INTO raw_subscription_events VALUES
    (703, 'z4', 'only', 'ida', 'started', 'w', '2020-12-24'),
    (704, 'z5', 'early', 'jon', 'started', 'w', '2020-07-31'),
    (705, 'z6', 'early', 'jon', 'renewed', 'w', '2020-08-31');
