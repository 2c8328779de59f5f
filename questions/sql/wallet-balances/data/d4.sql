-- A cent above, at and below zero; back at exactly zero and a cent short of it; entries of zero; year and month ends; the opening balance as the lowest.
INSERT INTO wallets VALUES
    (41, 'a cent left', 10.00),
    (42, 'exactly empty', 10.00),
    (43, 'a cent over', 10.00),
    (44, 'back at zero', 0.00),
    (45, 'a cent short of back', 0.00),
    (46, 'lowest at the start', 5.00),
    (47, 'zero entries', 0.00),
    (48, 'turn of the year', 1.00),
    (49, 'leap day', 0.01);

INSERT INTO ledger_entries VALUES
    (4101, 41, TIMESTAMP '2024-01-31 23:59:59', 'out', 9.99, 'posted', NULL),
    (4102, 42, TIMESTAMP '2024-01-31 23:59:59', 'out', 10.00, 'posted', NULL),
    (4103, 42, TIMESTAMP '2024-02-01 00:00:00', 'in', 1.00, 'posted', NULL),
    (4104, 43, TIMESTAMP '2024-01-31 23:59:59.999999', 'out', 10.01, 'posted', NULL),
    (4105, 44, TIMESTAMP '2024-02-01 00:00:00', 'out', 6.00, 'posted', NULL),
    (4106, 44, TIMESTAMP '2024-02-02 00:00:00', 'in', 6.00, 'posted', NULL),
    (4107, 44, TIMESTAMP '2024-02-03 00:00:00', 'in', 1.00, 'posted', NULL),
    (4108, 45, TIMESTAMP '2024-02-01 00:00:00', 'out', 6.00, 'posted', NULL),
    (4109, 45, TIMESTAMP '2024-02-02 00:00:00', 'in', 5.99, 'posted', NULL),
    (4110, 45, TIMESTAMP '2024-02-03 00:00:00', 'in', 0.02, 'posted', NULL),
    (4111, 46, TIMESTAMP '2024-02-01 00:00:00', 'in', 6.00, 'posted', NULL),
    (4112, 46, TIMESTAMP '2024-02-02 00:00:00', 'out', 3.00, 'posted', NULL),
    (4113, 47, TIMESTAMP '2024-02-01 00:00:00', 'out', 0.00, 'posted', NULL),
    (4114, 47, TIMESTAMP '2024-02-02 00:00:00', 'in', 0.00, 'posted', NULL),
    (4115, 48, TIMESTAMP '2023-12-31 23:59:59', 'out', 1.50, 'posted', NULL),
    (4116, 48, TIMESTAMP '2024-01-01 00:00:00', 'out', 0.50, 'posted', NULL),
    (4117, 48, TIMESTAMP '2024-01-01 00:00:01', 'in', 20.00, 'posted', NULL),
    (4118, 49, TIMESTAMP '2024-02-29 12:00:00', 'out', 1.00, 'posted', NULL),
    (4119, 49, TIMESTAMP '2024-03-01 12:00:00', 'in', 2.00, 'posted', NULL);
