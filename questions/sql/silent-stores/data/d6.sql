-- Stores that share a name and interleave, one day covered by a national and two regional holidays, many files per day.
INSERT INTO stores VALUES
    (71, 'High Street', 'river', DATE '2025-02-03', NULL),
    (72, 'High Street', 'plain', DATE '2025-02-03', NULL),
    (73, 'High Street', 'river', DATE '2025-02-03', DATE '2025-02-14');

INSERT INTO opening_days VALUES
    (71, 1), (71, 2), (71, 3), (71, 4), (71, 5), (71, 6), (71, 7),
    (72, 2), (72, 4), (72, 6),
    (73, 1), (73, 3), (73, 5);

INSERT INTO holidays VALUES
    (DATE '2025-02-10', NULL, 'Bridge day'),
    (DATE '2025-02-10', 'river', 'River day'),
    (DATE '2025-02-10', 'plain', 'Field day'),
    (DATE '2025-02-11', 'plain', 'Field day'),
    (DATE '2025-02-12', 'river', 'River day'),
    (DATE '2025-02-12', 'river', 'Boat day');

INSERT INTO sales_reports
SELECT 1000 + d, 71, DATE '2025-02-03' + CAST(d % 39 AS INTEGER), CAST(20 + d AS DECIMAL(12, 2))
FROM range(0, 78) AS days(d)
WHERE d % 39 NOT IN (4, 5, 10, 20, 21, 22, 38);

INSERT INTO sales_reports VALUES
    (1101, 72, DATE '2025-02-04', 15.00),
    (1102, 72, DATE '2025-02-04', 16.00),
    (1103, 72, DATE '2025-02-08', 15.00),
    (1104, 72, DATE '2025-02-13', 15.00),
    (1105, 72, DATE '2025-02-20', NULL),
    (1106, 72, DATE '2025-02-20', NULL),
    (1107, 72, DATE '2025-03-06', 15.00),
    (1111, 73, DATE '2025-02-07', 15.00);
