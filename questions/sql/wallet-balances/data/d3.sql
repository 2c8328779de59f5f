-- Wallets without an opening balance or a label, pending and declined entries, reversals of posted, pending and unknown entries.
INSERT INTO wallets VALUES
    (31, NULL, NULL),
    (32, '', 40.00),
    (33, 'fuel', NULL),
    (34, 'food', 25.00),
    (35, 'pets', 15.00),
    (36, 'kids', NULL);

INSERT INTO ledger_entries VALUES
    (3101, 31, TIMESTAMP '2021-08-01 10:00:00', 'out', 12.00, 'posted', NULL),
    (3102, 31, TIMESTAMP '2021-08-02 10:00:00', 'in', 12.00, 'posted', 3101),
    -- the payment went below zero before it was reversed
    (3111, 32, TIMESTAMP '2021-08-01 10:00:00', 'out', 70.00, 'posted', NULL),
    (3112, 32, TIMESTAMP '2021-08-03 10:00:00', 'in', 70.00, 'posted', 3111),
    (3113, 32, TIMESTAMP '2021-08-04 10:00:00', 'out', 5.00, 'posted', NULL),
    -- a pending top-up doesn't help, a declined one neither
    (3121, 33, TIMESTAMP '2021-08-01 10:00:00', 'in', 50.00, 'pending', NULL),
    (3122, 33, TIMESTAMP '2021-08-01 11:00:00', 'in', 50.00, 'declined', NULL),
    (3123, 33, TIMESTAMP '2021-08-02 10:00:00', 'out', 8.00, 'posted', NULL),
    (3124, 33, TIMESTAMP '2021-08-05 10:00:00', 'in', 3.00, 'posted', NULL),
    -- a pending reversal brings nothing back yet
    (3131, 34, TIMESTAMP '2021-08-01 10:00:00', 'out', 30.00, 'posted', NULL),
    (3132, 34, TIMESTAMP '2021-08-02 10:00:00', 'in', 30.00, 'pending', 3131),
    -- a reversal of a top-up takes money away, one reverses an entry that isn't there, one a pending entry
    (3141, 35, TIMESTAMP '2021-08-01 10:00:00', 'in', 20.00, 'posted', NULL),
    (3142, 35, TIMESTAMP '2021-08-02 10:00:00', 'out', 30.00, 'posted', NULL),
    (3143, 35, TIMESTAMP '2021-08-03 10:00:00', 'out', 20.00, 'posted', 3141),
    (3144, 35, TIMESTAMP '2021-08-04 10:00:00', 'in', 6.00, 'posted', 3999),
    (3145, 35, TIMESTAMP '2021-08-05 10:00:00', 'out', 9.00, 'pending', NULL),
    (3146, 35, TIMESTAMP '2021-08-06 10:00:00', 'in', 9.00, 'posted', 3145),
    -- only pending and declined entries
    (3151, 36, TIMESTAMP '2021-08-01 10:00:00', 'out', 5.00, 'pending', NULL),
    (3152, 36, TIMESTAMP '2021-08-02 10:00:00', 'out', 5.00, 'declined', NULL);
