INSERT INTO stores VALUES
    (1, 'Harbour Street', 'coast', DATE '2025-03-03', NULL),
    (2, 'Mill Lane', 'hills', DATE '2025-03-10', NULL);

INSERT INTO opening_days VALUES
    (1, 1), (1, 2), (1, 3), (1, 4), (1, 5),
    (2, 2), (2, 3), (2, 4);

INSERT INTO holidays VALUES
    (DATE '2025-01-01', NULL, 'New Year');

INSERT INTO sales_reports VALUES
    (101, 1, DATE '2025-03-03', 810.00),
    (102, 1, DATE '2025-03-04', 640.50),
    (103, 1, DATE '2025-03-07', 905.20),
    (104, 1, DATE '2025-03-10', 770.00),
    (105, 1, DATE '2025-03-11', 688.40),
    (106, 1, DATE '2025-03-13', 702.00),
    (107, 2, DATE '2025-03-11', 310.00),
    (108, 2, DATE '2025-03-13', 295.75);
