-- Several orders per month in both years, two categories of one name, the same month in four years.
INSERT INTO categories VALUES
    (61, 'Carpets'),
    (62, 'Carpets'),
    (63, 'Clocks');

INSERT INTO orders VALUES
    (6001, 61, TIMESTAMP '2023-02-02 12:00:00', 'delivered', 1, 100.00, 10.00),
    (6002, 61, TIMESTAMP '2023-02-12 12:00:00', 'delivered', 2, 60.00, 0.00),
    (6003, 61, TIMESTAMP '2023-02-22 12:00:00', 'returned', 1, 80.00, 0.00),
    (6004, 61, TIMESTAMP '2024-02-02 12:00:00', 'delivered', 1, 90.00, 10.00),
    (6005, 61, TIMESTAMP '2024-02-12 12:00:00', 'delivered', 2, 70.00, 0.00),
    (6011, 62, TIMESTAMP '2023-02-03 12:00:00', 'delivered', 1, 210.00, 0.00),
    (6012, 62, TIMESTAMP '2024-02-03 12:00:00', 'delivered', 3, 65.00, 15.00),
    (6013, 62, TIMESTAMP '2024-02-13 12:00:00', 'paid', 1, 25.00, 0.00),
    (6021, 63, TIMESTAMP '2021-09-09 12:00:00', 'delivered', 1, 11.00, 0.00),
    (6022, 63, TIMESTAMP '2022-09-09 12:00:00', 'delivered', 1, 22.00, 0.00),
    (6023, 63, TIMESTAMP '2023-09-09 12:00:00', 'delivered', 1, 33.00, 0.00),
    (6024, 63, TIMESTAMP '2023-09-19 12:00:00', 'delivered', 1, 17.00, 0.00),
    (6025, 63, TIMESTAMP '2024-09-09 12:00:00', 'delivered', 1, 44.00, 0.00),
    (6026, 63, TIMESTAMP '2024-09-29 12:00:00', 'delivered', 4, 2.50, 0.00),
    (6027, 63, TIMESTAMP '2025-09-29 12:00:00', 'delivered', 4, 9.50, 0.00);
