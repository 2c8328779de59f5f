INSERT INTO stores VALUES
    (1, 'Station Kiosk'),
    (2, 'Old Mill');

INSERT INTO payments VALUES
    (101, 1, TIMESTAMP '2025-03-03 08:05:00', 'cash', 4.50),
    (102, 1, TIMESTAMP '2025-03-03 08:20:00', 'card', 12.00),
    (103, 1, TIMESTAMP '2025-03-05 12:40:00', 'voucher', 8.00),
    (104, 1, TIMESTAMP '2025-03-08 10:15:00', 'card', 6.50),
    (105, 1, TIMESTAMP '2025-03-11 16:30:00', 'gift card', 5.00),
    (106, 2, TIMESTAMP '2025-03-04 09:00:00', 'cash', 3.20),
    (107, 2, TIMESTAMP '2025-03-08 11:25:00', 'card', 9.80),
    (108, 2, TIMESTAMP '2025-03-12 13:10:00', 'cash', 7.00),
    (109, 2, TIMESTAMP '2025-03-14 17:45:00', 'voucher', 10.00);
