-- NULLs and empty strings in every column, blank ids, plans without a price, deliveries that are bad in several ways.
INSERT INTO raw_plan_prices VALUES
    (1, 'known', DATE '2021-03-01', 0.00, 'EUR'),
    (2, 'known ', DATE '2021-03-01', 4.00, 'EUR'),
    (3, 'dollar', DATE '2021-01-01', 6.00, 'USD');

INSERT INTO raw_subscription_events VALUES
    (10, 'n1', 't1', 'pia', 'started', 'known', '2021-02-05'),
    (11, 'n2', 't2', 'pia', 'started', 'known ', '2021-02-05'),
    (12, 'n3', 't3', 'quin', 'started', 'mystery', '2021-02-05'),
    (13, 'n4', 't4', 'quin', 'started', ' ', '2021-03-05'),
    (14, ' ', ' ', ' ', 'started', 'known', '2021-03-05'),
    (15, 'n5', 't5', 'quin', 'started', 'dollar', '2021-03-05'),
    (16, NULL, 't6', 'quin', 'started', 'known', '2021-03-05'),
    (17, '', 't6', 'quin', 'started', 'known', '2021-03-05'),
    (18, 'n6', NULL, 'quin', 'begun', NULL, NULL),
    (19, 'n7', '', 'quin', 'started', '', '2021-03-05'),
    (20, 'n8', 't8', NULL, 'started', 'known', 'soon'),
    (21, 'n9', 't9', 'quin', NULL, 'known', '2021-03-05'),
    (22, 'n10', 't10', 'quin', '', '', ''),
    (23, 'n11', 't11', 'quin', 'canceled', NULL, '2021-03-05'),
    (24, 'n12', 't12', 'quin', 'started', NULL, NULL),
    (25, 'n13', 't13', 'quin', 'started', 'known', ''),
    (26, 'n14', 't14', 'quin', 'started', NULL, '2021-03-05'),
    (27, 'n15', 't15', 'quin', ' CHANGED ', '', '2021-03-05'),
    (28, 'n16', 't1', 'pia', 'Cancelled ', '', '2021-05-05'),
    (29, 'n17', 't2', 'pia', 'cancelled', NULL, '2021-04-05'),
    (30, NULL, NULL, NULL, NULL, NULL, NULL);
