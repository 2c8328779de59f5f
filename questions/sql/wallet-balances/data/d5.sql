-- Wallets without a single entry, with one entry, with pending entries only, and without an opening balance.
INSERT INTO wallets VALUES
    (51, 'untouched', 80.00),
    (52, 'untouched and empty', NULL),
    (53, 'one in', 5.00),
    (54, 'one out', 5.00),
    (55, 'waiting', 9.00);

INSERT INTO ledger_entries VALUES
    (5101, 53, TIMESTAMP '2020-10-01 09:00:00', 'in', 7.00, 'posted', NULL),
    (5102, 54, TIMESTAMP '2020-10-01 09:00:00', 'out', 7.00, 'posted', NULL),
    (5103, 55, TIMESTAMP '2020-10-01 09:00:00', 'out', 20.00, 'pending', NULL);
