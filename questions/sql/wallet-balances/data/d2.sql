-- Several entries at one instant, whose ids decide the order; exact repeats; below zero and back within one instant; ids that run against time.
INSERT INTO wallets VALUES
    (21, 'rent', 50.00),
    (22, 'rent', 50.00),
    (23, 'gifts', 10.00),
    (24, 'games', 30.00),
    (25, 'tools', 30.00),
    (26, 'books', 40.00),
    (27, 'music', 60.00),
    (28, 'plants', 20.00);

INSERT INTO ledger_entries VALUES
    -- out first, in afterwards: down to -30 and back at the same instant
    (2101, 21, TIMESTAMP '2022-03-01 12:00:00', 'out', 80.00, 'posted', NULL),
    (2102, 21, TIMESTAMP '2022-03-01 12:00:00', 'in', 90.00, 'posted', NULL),
    -- the same with the ids the other way round: never below zero
    (2104, 22, TIMESTAMP '2022-03-01 12:00:00', 'out', 80.00, 'posted', NULL),
    (2103, 22, TIMESTAMP '2022-03-01 12:00:00', 'in', 90.00, 'posted', NULL),
    -- the same payment three times, all of them real
    (2111, 23, TIMESTAMP '2022-03-02 08:00:00', 'out', 4.00, 'posted', NULL),
    (2112, 23, TIMESTAMP '2022-03-02 08:00:00', 'out', 4.00, 'posted', NULL),
    (2113, 23, TIMESTAMP '2022-03-02 08:00:00', 'out', 4.00, 'posted', NULL),
    (2114, 23, TIMESTAMP '2022-03-02 09:00:00', 'in', 2.00, 'posted', NULL),
    -- twice below zero; the first time counts, also for the way back
    (2121, 24, TIMESTAMP '2022-03-03 08:00:00', 'out', 35.00, 'posted', NULL),
    (2122, 24, TIMESTAMP '2022-03-03 09:00:00', 'in', 20.00, 'posted', NULL),
    (2123, 24, TIMESTAMP '2022-03-03 10:00:00', 'out', 60.00, 'posted', NULL),
    (2124, 24, TIMESTAMP '2022-03-03 11:00:00', 'in', 100.00, 'posted', NULL),
    -- a later booking has the smaller id
    (2139, 25, TIMESTAMP '2022-03-04 08:00:00', 'in', 25.00, 'posted', NULL),
    (2131, 25, TIMESTAMP '2022-03-04 09:00:00', 'out', 50.00, 'posted', NULL),
    (2132, 25, TIMESTAMP '2022-03-04 10:00:00', 'out', 10.00, 'posted', NULL),
    (2133, 25, TIMESTAMP '2022-03-04 10:00:00', 'in', 7.00, 'posted', NULL),
    -- the same amount out and in again at one instant, and a wallet that touches its lowest twice
    (2141, 26, TIMESTAMP '2022-03-05 08:00:00', 'out', 45.00, 'posted', NULL),
    (2142, 26, TIMESTAMP '2022-03-05 08:00:00', 'in', 45.00, 'posted', NULL),
    (2143, 26, TIMESTAMP '2022-03-05 09:00:00', 'out', 45.00, 'posted', NULL),
    (2144, 26, TIMESTAMP '2022-03-05 10:00:00', 'in', 5.00, 'posted', NULL),
    -- in a block of one instant: 60, -5, 15, -15
    (2151, 27, TIMESTAMP '2022-03-06 08:00:00', 'out', 65.00, 'posted', NULL),
    (2152, 27, TIMESTAMP '2022-03-06 08:00:00', 'in', 20.00, 'posted', NULL),
    (2153, 27, TIMESTAMP '2022-03-06 08:00:00', 'out', 30.00, 'posted', NULL),
    -- after a dip, the same booking twice at one instant with its undoing in between: equal in amount, time and balance
    (2161, 28, TIMESTAMP '2022-03-07 08:00:00', 'out', 45.00, 'posted', NULL),
    (2162, 28, TIMESTAMP '2022-03-07 09:00:00', 'in', 50.00, 'posted', NULL),
    (2163, 28, TIMESTAMP '2022-03-07 09:00:00', 'out', 50.00, 'posted', 2162),
    (2164, 28, TIMESTAMP '2022-03-07 09:00:00', 'in', 50.00, 'posted', NULL);
