-- Equal numbers of listings, several last sales at one instant, equal sales, a refunded and a kept sale at one instant.
INSERT INTO sellers VALUES
    (29, 'Tea Room', NULL),
    (21, 'Tin Toys', NULL),
    (25, 'Tile Works', NULL),
    (23, 'Twine', NULL),
    (27, 'Tools', NULL);

INSERT INTO listings VALUES
    (201, 29, 'active'), (202, 29, 'active'),
    (203, 21, 'active'), (204, 21, 'active'),
    (205, 25, 'active'), (206, 25, 'active'),
    (207, 23, 'active'), (208, 23, 'active'), (209, 23, 'active'),
    (210, 27, 'active');

INSERT INTO sales VALUES
    (301, 29, TIMESTAMP '2025-06-01 10:00:00', 10.00, NULL),
    (302, 29, TIMESTAMP '2025-06-01 10:00:00', 10.00, NULL),
    (303, 29, TIMESTAMP '2025-04-01 10:00:00', 10.00, NULL),
    (304, 21, TIMESTAMP '2025-06-01 10:00:00', 10.00, NULL),
    (305, 25, TIMESTAMP '2025-08-01 10:00:00', 10.00, TIMESTAMP '2025-08-04 10:00:00'),
    (306, 25, TIMESTAMP '2025-08-01 10:00:00', 10.00, NULL),
    (307, 23, TIMESTAMP '2025-08-01 10:00:00', 10.00, TIMESTAMP '2025-08-04 10:00:00'),
    (308, 23, TIMESTAMP '2025-08-01 10:00:00', 10.00, TIMESTAMP '2025-08-04 10:00:00'),
    (309, 27, TIMESTAMP '2025-06-02 10:00:00', 10.00, NULL),
    (310, 27, TIMESTAMP '2025-06-02 11:00:00', 10.00, TIMESTAMP '2025-06-05 11:00:00');
