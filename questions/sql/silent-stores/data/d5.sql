-- No holidays; a store that never reported, a store without opening days, a store that reported everything, a store that opens next month.
INSERT INTO stores VALUES
    (61, 'Never heard of', 'isles', DATE '2025-02-17', NULL),
    (62, 'No opening days yet', 'isles', DATE '2025-02-17', NULL),
    (63, 'Always on time', 'isles', DATE '2025-03-10', NULL),
    (64, 'Opens in April', 'isles', DATE '2025-04-01', NULL),
    (65, 'One day missing', 'isles', DATE '2025-03-10', NULL);

INSERT INTO opening_days VALUES
    (61, 1), (61, 5), (61, 6),
    (63, 1), (63, 2), (63, 3), (63, 4),
    (64, 2), (64, 3),
    (65, 1), (65, 2), (65, 3), (65, 4);

INSERT INTO sales_reports VALUES
    (901, 63, DATE '2025-03-10', 10.00),
    (902, 63, DATE '2025-03-11', 10.00),
    (903, 63, DATE '2025-03-12', 10.00),
    (904, 63, DATE '2025-03-13', 10.00),
    (905, 65, DATE '2025-03-10', 10.00),
    (906, 65, DATE '2025-03-11', 10.00),
    (907, 65, DATE '2025-03-13', 10.00);
