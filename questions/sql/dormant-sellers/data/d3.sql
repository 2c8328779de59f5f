-- Counter sales without a seller inside and before the quarter, sales and listings of unknown sellers, closed sellers, empty names, refunds in a later quarter.
INSERT INTO sellers VALUES
    (41, 'Lantern', NULL),
    (42, '', NULL),
    (43, 'Ladder', TIMESTAMP '2025-05-01 00:00:00'),
    (44, 'Linen', TIMESTAMP '2025-11-20 00:00:00'),
    (45, 'Loom', NULL),
    (46, 'Lute', NULL);

INSERT INTO listings VALUES
    (401, 41, 'active'),
    (402, 42, 'active'),
    (403, 43, 'active'),
    (404, 44, 'active'),
    (405, 45, 'active'),
    (406, 46, 'active'),
    (407, 99, 'active'),
    (408, 98, 'active'),
    (409, 98, 'paused');

INSERT INTO sales VALUES
    (501, NULL, TIMESTAMP '2025-08-15 10:00:00', 15.00, NULL),
    (502, NULL, TIMESTAMP '2025-09-15 10:00:00', 25.00, TIMESTAMP '2025-09-16 10:00:00'),
    (503, NULL, TIMESTAMP '2025-06-15 10:00:00', 35.00, NULL),
    (504, 41, TIMESTAMP '2025-02-03 10:00:00', 12.00, NULL),
    -- sold in the quarter, refunded after it
    (505, 45, TIMESTAMP '2025-09-28 10:00:00', 52.00, TIMESTAMP '2025-10-09 10:00:00'),
    -- refunded before the quarter
    (506, 45, TIMESTAMP '2025-06-20 10:00:00', 53.00, TIMESTAMP '2025-06-27 10:00:00'),
    (507, 46, TIMESTAMP '2025-09-28 10:00:00', 54.00, NULL),
    (508, 99, TIMESTAMP '2025-03-28 10:00:00', 55.00, NULL),
    (509, 97, TIMESTAMP '2025-08-28 10:00:00', 56.00, NULL);
