-- The same day reported twice and three times, exact repeats, a holiday listed twice, two gaps of equal length, a first file empty and a second one good.
INSERT INTO stores VALUES
    (31, 'Orchard Row', 'east', DATE '2025-03-03', NULL),
    (32, 'Orchard Row', 'east', DATE '2025-03-03', NULL),
    (33, 'Willow Bend', 'west', DATE '2025-03-03', NULL);

INSERT INTO opening_days VALUES
    (31, 1), (31, 2), (31, 3), (31, 4), (31, 5), (31, 6),
    (32, 1), (32, 2), (32, 3), (32, 4), (32, 5), (32, 6),
    (33, 1), (33, 3), (33, 5);

INSERT INTO holidays VALUES
    (DATE '2025-03-07', 'east', 'Founders day'),
    (DATE '2025-03-07', 'east', 'Founders day'),
    (DATE '2025-03-07', NULL, 'National day');

INSERT INTO sales_reports VALUES
    -- reported 3, 6 and 11: missing 4-5 and 8-10 over the holiday and the Sunday, then 12-13
    (601, 31, DATE '2025-03-03', 100.00),
    (602, 31, DATE '2025-03-03', 100.00),
    (603, 31, DATE '2025-03-06', 100.00),
    (604, 31, DATE '2025-03-06', 120.00),
    (605, 31, DATE '2025-03-06', 120.00),
    (606, 31, DATE '2025-03-11', NULL),
    (607, 31, DATE '2025-03-11', 90.00),
    -- the other Orchard Row has the same gaps at the start
    (611, 32, DATE '2025-03-03', 100.00),
    (612, 32, DATE '2025-03-06', 100.00),
    (613, 32, DATE '2025-03-08', 80.00),
    (614, 32, DATE '2025-03-10', 80.00),
    (615, 32, DATE '2025-03-11', 80.00),
    (616, 32, DATE '2025-03-12', 80.00),
    (617, 32, DATE '2025-03-12', NULL),
    (618, 32, DATE '2025-03-13', 80.00),
    (621, 33, DATE '2025-03-03', 60.00),
    (622, 33, DATE '2025-03-12', 60.00);
