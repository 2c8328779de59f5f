-- Sellers for lines that waited for them, a category that goes missing and one that comes, deliveries that come back good, a line that loses its seller.
INSERT INTO raw_sellers VALUES
    (16, 'k9', 'pets', '30', '2021-02-02'),
    (17, 'k3', 'fish', '12', '2021-01-01'),
    (18, 'k1', 'birds', '10', '2021-01-01'),
    (19, 'k4', '', '7.50', '2021-02-01'),
    (20, 'k2', 'fish', 'n/a', '2021-04-01'),
    (21, 'k7', 'fish', '9', '2021-01-01');

INSERT INTO raw_order_lines VALUES
    (57, 'x6', '1', 'k2', '2021-02-02', '2', '1.00', 'placed'),
    (58, 'x2', '2', '', '2021-02-01', '1', '50.00', 'cancelled'),
    (59, 'x1', '1', 'k1', '2021-02-01', '1', '10.00', 'Cancelled'),
    (60, 'x3', '1', 'k9', '2021-02-02', '1', '60.00', NULL),
    (61, 'x7', '1', 'k2', '2021-02-02', '1', 'free', 'placed'),
    (62, ' ', ' ', 'k8', '2021-01-31', '1', '13.00', 'placed');
