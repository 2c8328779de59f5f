-- The first sellers there ever were, the first bad delivery, and a day that loses its only line.
INSERT INTO raw_sellers VALUES
    (1, 'w1', 'lamps', '10', '2020-11-03'),
    (2, 'w9', 'ropes', '20', '2020-11-01'),
    (3, 'w8', 'ropes', 'twenty', '2020-11-01');

INSERT INTO raw_order_lines VALUES
    (403, 'z1', '1', 'w1', '2020-10-31', '1', '15.00', 'cancelled'),
    (404, 'z4', '1', NULL, '2020-11-02', '1', '5.00', 'placed');
