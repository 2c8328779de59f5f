-- No sellers at all and nothing bad; a day with nothing but a cancelled line, a seller with nothing else.
INSERT INTO raw_order_lines VALUES
    (400, 'z1', '1', 'w1', '2020-11-01', '1', '15.00', 'placed'),
    (401, 'z2', '1', 'w2', '2020-11-02', '1', '25.00', 'cancelled'),
    (402, 'z3', '1', 'w1', '2020-11-05', '2', '35.00', 'placed');
