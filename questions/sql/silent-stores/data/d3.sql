-- Stores without a region, nationwide holidays, empty files, days with zero and negative sales, reports of unknown stores and of closed days, empty names.
INSERT INTO stores VALUES
    (41, 'Quay Market', 'north', DATE '2025-02-24', NULL),
    (42, '', NULL, DATE '2025-02-24', NULL),
    (43, 'Hill Market', '', DATE '2025-02-24', NULL),
    (44, 'Fen Market', 'south', DATE '2025-02-24', NULL);

INSERT INTO opening_days VALUES
    (41, 1), (41, 2), (41, 3), (41, 4), (41, 5),
    (42, 1), (42, 2), (42, 3), (42, 4),
    (43, 2), (43, 4), (43, 7),
    (44, 5), (44, 6), (44, 7);

INSERT INTO holidays VALUES
    (DATE '2025-02-26', NULL, 'Day of the sea'),
    (DATE '2025-03-03', NULL, 'Day of the woods'),
    (DATE '2025-03-04', 'north', 'Regatta'),
    (DATE '2025-03-06', '', 'Market day'),
    (DATE '2025-03-08', 'south', 'Spring fair');

INSERT INTO sales_reports VALUES
    (701, 41, DATE '2025-02-24', NULL),
    (702, 41, DATE '2025-02-25', 0.00),
    (703, 41, DATE '2025-02-27', -12.50),
    -- a report of a Saturday and of a holiday, neither of them an opening day
    (704, 41, DATE '2025-03-01', 55.00),
    (705, 41, DATE '2025-03-04', 20.00),
    (706, 41, DATE '2025-03-10', 300.00),
    (707, 41, DATE '2025-03-11', 310.00),
    (708, 41, DATE '2025-03-12', 305.00),
    (711, 42, DATE '2025-02-27', 80.00),
    (712, 42, DATE '2025-03-06', NULL),
    (713, 42, DATE '2025-03-12', 90.00),
    (721, 43, DATE '2025-02-27', 40.00),
    (722, 43, DATE '2025-03-09', 41.00),
    (731, 44, DATE '2025-02-28', 70.00),
    (732, 44, DATE '2025-03-02', 72.00),
    -- nobody knows store 49
    (741, 49, DATE '2025-02-25', 10.00),
    (742, 49, DATE '2025-03-07', 10.00);
