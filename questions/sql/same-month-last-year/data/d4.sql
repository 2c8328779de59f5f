-- Both ends of the year and of months, leap day, a base of zero and of one cent, falls to zero, months missing, sales two years before.
INSERT INTO categories VALUES
    (41, 'Edges'),
    (42, 'Leap'),
    (43, 'Zero base'),
    (44, 'Gaps'),
    (45, 'Two years before'),
    (46, 'Thirds');

INSERT INTO orders VALUES
    (4001, 41, TIMESTAMP '2022-12-31 23:59:59', 'delivered', 1, 11.00, 0.00),
    (4002, 41, TIMESTAMP '2023-01-01 00:00:00', 'delivered', 1, 20.00, 0.00),
    (4003, 41, TIMESTAMP '2023-12-31 23:59:59.999999', 'delivered', 1, 40.00, 0.00),
    (4004, 41, TIMESTAMP '2024-01-01 00:00:00', 'delivered', 1, 30.00, 0.00),
    (4005, 41, TIMESTAMP '2024-01-31 23:59:59.999999', 'delivered', 1, 3.00, 0.00),
    (4006, 41, TIMESTAMP '2024-12-31 00:00:00', 'delivered', 1, 50.00, 0.00),
    (4007, 41, TIMESTAMP '2024-12-31 23:59:59.999999', 'delivered', 1, 7.00, 0.00),
    (4008, 41, TIMESTAMP '2025-01-01 00:00:00', 'delivered', 1, 99.00, 0.00),
    (4011, 42, TIMESTAMP '2023-02-28 12:00:00', 'delivered', 3, 20.00, 0.00),
    (4012, 42, TIMESTAMP '2023-03-01 12:00:00', 'delivered', 1, 75.00, 0.00),
    (4013, 42, TIMESTAMP '2024-02-29 12:00:00', 'delivered', 1, 90.00, 0.00),
    (4014, 42, TIMESTAMP '2024-03-31 12:00:00', 'delivered', 1, 60.00, 0.00),
    -- free samples only: zero base against sales, zero against zero, zero against sales, and a base of one cent
    (4021, 43, TIMESTAMP '2023-02-10 12:00:00', 'delivered', 5, 0.00, 0.00),
    (4022, 43, TIMESTAMP '2024-02-10 12:00:00', 'delivered', 1, 25.00, 0.00),
    (4023, 43, TIMESTAMP '2023-03-10 12:00:00', 'delivered', 1, 0.00, 0.00),
    (4024, 43, TIMESTAMP '2024-03-10 12:00:00', 'delivered', 1, 0.00, 0.00),
    (4025, 43, TIMESTAMP '2023-04-10 12:00:00', 'delivered', 1, 25.00, 0.00),
    (4026, 43, TIMESTAMP '2024-04-10 12:00:00', 'delivered', 1, 0.00, 0.00),
    (4027, 43, TIMESTAMP '2023-05-10 12:00:00', 'delivered', 1, 0.01, 0.00),
    (4028, 43, TIMESTAMP '2024-05-10 12:00:00', 'delivered', 1, 25.00, 0.00),
    -- sales of exactly one euro as base
    (4029, 43, TIMESTAMP '2023-06-10 12:00:00', 'delivered', 1, 1.00, 0.00),
    (4030, 43, TIMESTAMP '2024-06-10 12:00:00', 'delivered', 1, 3.00, 0.00),
    -- every third month a year before, other months this year
    (4031, 44, TIMESTAMP '2023-01-15 12:00:00', 'delivered', 1, 10.00, 0.00),
    (4032, 44, TIMESTAMP '2023-04-15 12:00:00', 'delivered', 1, 20.00, 0.00),
    (4033, 44, TIMESTAMP '2023-07-15 12:00:00', 'delivered', 1, 30.00, 0.00),
    (4034, 44, TIMESTAMP '2024-03-15 12:00:00', 'delivered', 1, 40.00, 0.00),
    (4035, 44, TIMESTAMP '2024-04-15 12:00:00', 'delivered', 1, 50.00, 0.00),
    -- nothing in 2023
    (4041, 45, TIMESTAMP '2022-08-15 12:00:00', 'delivered', 1, 80.00, 0.00),
    (4042, 45, TIMESTAMP '2024-08-15 12:00:00', 'delivered', 1, 60.00, 0.00),
    -- repeating decimals, and quantities that matter
    (4051, 46, TIMESTAMP '2023-10-15 12:00:00', 'delivered', 3, 1.00, 0.00),
    (4052, 46, TIMESTAMP '2024-10-15 12:00:00', 'delivered', 2, 1.00, 0.00),
    (4053, 46, TIMESTAMP '2023-11-15 12:00:00', 'delivered', 1, 7.00, 0.00),
    (4054, 46, TIMESTAMP '2024-11-15 12:00:00', 'delivered', 3, 3.00, 0.00);
