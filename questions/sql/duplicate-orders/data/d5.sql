-- No payments at all. Most customers have one order; one has two close ones, one has a cancelled pair.
INSERT INTO orders VALUES
    (3001, 51, 5, TIMESTAMP '2020-01-15 20:00:00', 5.00, 'placed'),
    (3002, 52, 5, TIMESTAMP '2020-01-15 20:00:30', 5.00, 'placed'),
    (3003, 53, 5, TIMESTAMP '2020-01-15 20:01:00', 5.00, 'placed'),
    (3004, 53, 5, TIMESTAMP '2020-01-15 20:02:00', 5.00, 'placed'),
    (3005, 54, 5, TIMESTAMP '2020-01-15 20:02:00', 5.00, 'cancelled'),
    (3006, 54, 5, TIMESTAMP '2020-01-15 20:03:00', 5.00, 'cancelled'),
    (3007, NULL, 5, TIMESTAMP '2020-01-15 20:03:00', 5.00, 'placed');
