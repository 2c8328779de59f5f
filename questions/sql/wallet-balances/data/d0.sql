INSERT INTO wallets VALUES
    (1, 'everyday', 100.00),
    (2, 'travel', 20.00),
    (3, 'savings', 300.00);

INSERT INTO ledger_entries VALUES
    (1001, 1, TIMESTAMP '2024-05-02 09:00:00', 'out', 60.00, 'posted', NULL),
    (1002, 1, TIMESTAMP '2024-05-03 10:30:00', 'out', 70.00, 'posted', NULL),
    (1003, 1, TIMESTAMP '2024-05-04 08:15:00', 'in', 50.00, 'posted', NULL),
    (1004, 1, TIMESTAMP '2024-05-06 18:00:00', 'in', 45.00, 'posted', NULL),
    (1005, 2, TIMESTAMP '2024-05-02 11:00:00', 'in', 80.00, 'posted', NULL),
    (1006, 2, TIMESTAMP '2024-05-05 12:00:00', 'out', 110.00, 'posted', NULL),
    (1007, 2, TIMESTAMP '2024-05-06 07:45:00', 'in', 35.00, 'posted', NULL),
    (1008, 3, TIMESTAMP '2024-05-03 16:20:00', 'out', 120.00, 'posted', NULL);
