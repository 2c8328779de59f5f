-- Missing and empty methods, unknown ones, upper case and blanks around a method, payments without a store or of an unknown one, stores without a name.
INSERT INTO stores VALUES
    (31, 'Dock Seven'),
    (32, ''),
    (33, NULL),
    (34, 'Sawmill');

INSERT INTO payments VALUES
    (3001, 31, TIMESTAMP '2025-03-03 08:00:00', NULL, 2.50),
    (3002, 31, TIMESTAMP '2025-03-04 08:00:00', '', 1.20),
    (3003, 31, TIMESTAMP '2025-03-05 08:00:00', 'cash', 4.00),
    (3004, 31, TIMESTAMP '2025-03-05 09:00:00', 'credit card', 7.00),
    (3005, 31, TIMESTAMP '2025-03-08 09:00:00', NULL, -0.80),
    (3006, 32, TIMESTAMP '2025-03-03 08:00:00', 'CARD', 6.00),
    (3007, 32, TIMESTAMP '2025-03-04 08:00:00', ' Card', 3.00),
    (3008, 32, TIMESTAMP '2025-03-05 08:00:00', 'cash ', 2.00),
    (3009, 32, TIMESTAMP '2025-03-06 08:00:00', 'Voucher', 1.00),
    (3010, 32, TIMESTAMP '2025-03-07 08:00:00', ' VOUCHER ', 0.60),
    (3011, 32, TIMESTAMP '2025-03-09 08:00:00', '   ', 0.30),
    (3012, 32, TIMESTAMP '2025-03-09 09:00:00', 'CASH', 1.70),
    (3013, 33, TIMESTAMP '2025-03-10 08:00:00', NULL, 9.00),
    (3014, 33, TIMESTAMP '2025-03-11 08:00:00', 'other', 4.00),
    (3015, NULL, TIMESTAMP '2025-03-10 08:00:00', 'card', 50.00),
    (3016, NULL, TIMESTAMP '2025-03-10 09:00:00', 'cash', 20.00),
    (3017, 39, TIMESTAMP '2025-03-10 08:00:00', 'card', 30.00);
