-- Interleaved wallets with one label, one entry reversed twice, a reversal of a reversal, several dips, equal lowest balances.
INSERT INTO wallets VALUES
    (65, 'stand-by', 20.00),
    (64, 'fleet', 100.00),
    (63, 'team lunch', NULL),
    (62, 'team lunch', 20.00),
    (61, 'team lunch', 20.00);

INSERT INTO ledger_entries VALUES
    (6101, 61, TIMESTAMP '2019-04-01 12:00:00', 'out', 30.00, 'posted', NULL),
    (6102, 62, TIMESTAMP '2019-04-01 12:05:00', 'in', 30.00, 'posted', NULL),
    (6103, 63, TIMESTAMP '2019-04-01 12:10:00', 'out', 10.00, 'posted', NULL),
    (6104, 61, TIMESTAMP '2019-04-02 12:00:00', 'in', 30.00, 'posted', 6101),
    (6105, 61, TIMESTAMP '2019-04-03 12:00:00', 'in', 30.00, 'posted', 6101),
    (6106, 61, TIMESTAMP '2019-04-04 12:00:00', 'out', 30.00, 'posted', 6105),
    (6107, 62, TIMESTAMP '2019-04-02 12:05:00', 'out', 55.00, 'posted', NULL),
    (6108, 62, TIMESTAMP '2019-04-03 12:05:00', 'in', 4.00, 'posted', NULL),
    (6109, 63, TIMESTAMP '2019-04-02 12:10:00', 'in', 25.00, 'posted', NULL),
    (6110, 63, TIMESTAMP '2019-04-03 12:10:00', 'out', 25.00, 'posted', 6109),
    (6111, 64, TIMESTAMP '2019-04-01 06:00:00', 'out', 40.00, 'posted', NULL),
    (6112, 64, TIMESTAMP '2019-04-01 06:00:00', 'out', 40.00, 'posted', NULL),
    (6113, 64, TIMESTAMP '2019-04-01 06:00:00', 'out', 40.00, 'pending', NULL),
    (6114, 64, TIMESTAMP '2019-04-01 06:00:00', 'out', 40.00, 'posted', NULL),
    (6115, 64, TIMESTAMP '2019-04-02 06:00:00', 'in', 40.00, 'posted', 6114),
    (6116, 64, TIMESTAMP '2019-04-03 06:00:00', 'out', 30.00, 'posted', NULL),
    (6117, 64, TIMESTAMP '2019-04-04 06:00:00', 'in', 15.00, 'posted', NULL);
