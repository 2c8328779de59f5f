-- Several listings and several sales per seller together, two sellers of one name, sales before, in and after the quarter.
INSERT INTO sellers VALUES
    (61, 'Corner Shop', NULL),
    (62, 'Corner Shop', NULL),
    (63, 'Corner Shop', NULL),
    (64, 'Market Stall', NULL);

INSERT INTO listings VALUES
    (1, 61, 'active'), (2, 61, 'active'), (3, 61, 'active'), (4, 61, 'paused'),
    (5, 62, 'active'), (6, 62, 'active'),
    (7, 63, 'active'), (8, 63, 'active'), (9, 63, 'active'), (10, 63, 'active'),
    (11, 64, 'active'), (12, 64, 'active');

INSERT INTO sales VALUES
    (1, 61, TIMESTAMP '2025-01-10 08:00:00', 20.00, NULL),
    (2, 61, TIMESTAMP '2025-02-10 08:00:00', 21.00, NULL),
    (3, 61, TIMESTAMP '2025-03-10 08:00:00', 22.00, NULL),
    (4, 61, TIMESTAMP '2025-11-10 08:00:00', 23.00, NULL),
    (5, 62, TIMESTAMP '2025-01-10 08:00:00', 20.00, NULL),
    (6, 62, TIMESTAMP '2025-07-10 08:00:00', 21.00, NULL),
    (7, 62, TIMESTAMP '2025-08-10 08:00:00', 22.00, NULL),
    (8, 63, TIMESTAMP '2025-04-10 08:00:00', 20.00, NULL),
    (9, 63, TIMESTAMP '2025-07-11 08:00:00', 24.00, TIMESTAMP '2025-07-12 08:00:00'),
    (10, 63, TIMESTAMP '2025-07-13 08:00:00', 24.00, TIMESTAMP '2025-07-15 08:00:00'),
    (11, 64, TIMESTAMP '2025-05-10 08:00:00', 20.00, NULL),
    (12, 64, TIMESTAMP '2025-05-10 09:00:00', 20.00, NULL);
