-- Prices for plans that had none, bad deliveries that come back good, an event that loses its customer.
INSERT INTO raw_plan_prices VALUES
    (4, 'mystery', DATE '2021-03-31', 5.00, 'EUR'),
    (5, 'dollar', DATE '2021-04-01', 6.50, 'EUR');

INSERT INTO raw_rates VALUES
    (1, 'USD', DATE '2021-03-01', 0.8350);

INSERT INTO raw_subscription_events VALUES
    (40, 'n14', 't14', 'quin', 'started', 'dollar', '2021-03-05'),
    (41, 'n11', 't3', 'quin', 'cancelled', NULL, '2021-06-05'),
    (42, 'n13', 't13', 'quin', 'started', 'known', '2021-03-06'),
    (43, 'n13', 't13', '', 'started', 'mystery', '2021-03-06'),
    (44, 'n17', 't2', 'pia', 'changed', NULL, '2021-04-05'),
    (45, 'n18', 't16', 'rita', 'expired', 'known', '2021-04-05');
