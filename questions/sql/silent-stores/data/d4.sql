-- Both ends of the period, the days just outside it, stores that open or close on an opening day, the day before and the day after, one-day lives.
INSERT INTO stores VALUES
    (51, 'Open since ever', 'mid', DATE '2019-05-06', NULL),
    (52, 'Opens on the first day', 'mid', DATE '2025-01-01', DATE '2025-01-03'),
    (53, 'Opens today', 'mid', DATE '2025-03-14', NULL),
    (54, 'Opened yesterday', 'mid', DATE '2025-03-13', NULL),
    (55, 'Closes on a working day', 'mid', DATE '2024-11-04', DATE '2025-01-08'),
    (56, 'Closed last year', 'mid', DATE '2024-03-04', DATE '2024-12-31'),
    (57, 'Open for a day', 'mid', DATE '2025-02-28', DATE '2025-02-28'),
    (58, 'Closes in April', 'mid', DATE '2025-03-12', DATE '2025-04-30'),
    (59, 'Sundays only', 'mid', DATE '2025-02-23', NULL),
    (60, 'Closes today', 'mid', DATE '2025-03-11', DATE '2025-03-14');

INSERT INTO opening_days VALUES
    (51, 1), (51, 2), (51, 3), (51, 4), (51, 5), (51, 6), (51, 7),
    (52, 1), (52, 2), (52, 3), (52, 4), (52, 5), (52, 6), (52, 7),
    (53, 4), (53, 5), (53, 6),
    (54, 3), (54, 4), (54, 5),
    (55, 2), (55, 3), (55, 4),
    (56, 1), (56, 2), (56, 3),
    (57, 5), (57, 6),
    (58, 3), (58, 4), (58, 5), (58, 1),
    (59, 7),
    (60, 2), (60, 3), (60, 4), (60, 5);

INSERT INTO holidays VALUES
    (DATE '2024-12-31', NULL, 'Last day of the year'),
    (DATE '2025-03-14', NULL, 'Today');

INSERT INTO sales_reports VALUES
    (801, 51, DATE '2024-12-30', 10.00),
    (802, 51, DATE '2025-01-31', 10.00),
    (803, 51, DATE '2025-03-01', 10.00),
    (804, 51, DATE '2025-03-14', 10.00),
    (811, 52, DATE '2025-01-02', 10.00),
    (821, 55, DATE '2025-01-07', 10.00),
    (831, 58, DATE '2025-03-14', 10.00),
    (841, 59, DATE '2025-03-02', 10.00),
    (851, 60, DATE '2025-03-12', 10.00);
