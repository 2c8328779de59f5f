-- Guest orders side by side, payments without amount, payments of unknown orders, duplicates without a payment.
INSERT INTO orders VALUES
    (201, NULL, 31, TIMESTAMP '2021-07-01 14:00:00', 10.00, 'paid'),
    (202, NULL, 31, TIMESTAMP '2021-07-01 14:01:00', 10.00, 'paid'),
    (203, NULL, 31, TIMESTAMP '2021-07-01 14:02:00', 10.00, 'placed'),
    (204, 900, 31, TIMESTAMP '2021-07-01 14:01:30', 10.00, 'paid'),
    (205, 900, 31, TIMESTAMP '2021-07-01 14:03:00', 10.00, 'paid'),
    (206, 901, 32, TIMESTAMP '2021-07-01 15:00:00', 20.00, 'placed'),
    (207, 901, 32, TIMESTAMP '2021-07-01 15:02:00', 20.00, 'placed'),
    (208, 902, 32, TIMESTAMP '2021-07-01 15:00:00', 20.00, 'paid'),
    (209, 902, 32, TIMESTAMP '2021-07-01 15:01:00', 18.00, 'paid'),
    (210, 903, 32, TIMESTAMP '2021-07-01 16:00:00', 0.00, 'paid'),
    (211, 903, 32, TIMESTAMP '2021-07-01 16:01:00', 0.00, 'cancelled'),
    (212, 903, 32, TIMESTAMP '2021-07-01 16:02:00', 0.00, 'cancelled'),
    (213, 903, 32, TIMESTAMP '2021-07-01 16:04:00', 0.00, 'placed'),
    (214, 904, 33, TIMESTAMP '2021-07-01 17:00:00', 33.00, 'paid'),
    (215, 904, 33, TIMESTAMP '2021-07-01 17:04:30', 33.00, 'cancelled');

INSERT INTO payments VALUES
    (11, 202, 'capture', 10.00),
    (12, 205, 'capture', NULL),
    (13, 205, 'capture', 10.00),
    (14, 205, 'refund', NULL),
    (15, 209, 'capture', NULL),
    (16, 213, 'refund', NULL),
    (17, 213, 'decline', 8.00),
    (18, 215, 'capture', 33.00),
    (19, 999, 'capture', 77.00),
    (20, 900, 'capture', 55.00),
    (21, 0, 'refund', 66.00);
