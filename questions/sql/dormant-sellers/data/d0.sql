INSERT INTO sellers VALUES
    (1, 'Birch & Board', NULL),
    (2, 'Copper Kettle', NULL),
    (3, 'Old Maps', NULL),
    (4, 'Wool Corner', NULL);

INSERT INTO listings VALUES
    (11, 1, 'active'),
    (12, 2, 'active'),
    (13, 2, 'active'),
    (14, 3, 'active'),
    (15, 3, 'active'),
    (16, 4, 'active');

INSERT INTO sales VALUES
    (101, 1, TIMESTAMP '2025-07-19 10:00:00', 120.00, NULL),
    (102, 1, TIMESTAMP '2025-08-02 15:30:00', 80.00, NULL),
    (103, 4, TIMESTAMP '2025-05-11 09:10:00', 45.00, NULL),
    (104, 2, TIMESTAMP '2025-08-20 18:00:00', 64.00, NULL),
    (105, 3, TIMESTAMP '2025-03-08 12:45:00', 30.00, NULL);
