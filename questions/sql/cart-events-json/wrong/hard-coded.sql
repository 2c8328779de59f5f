SELECT CAST(answer.day AS DATE) AS day, answer.sku, answer.units, answer.revenue
FROM (
    VALUES
        ('2025-09-01', 'MUG-01', 3, 27.00),
        ('2025-09-01', 'POT-03', 1, 25.00),
        ('2025-09-01', 'TEA-07', 3, 12.75),
        ('2025-09-02', 'TEA-07', 4, 17.00)
) AS answer (day, sku, units, revenue)
ORDER BY answer.day, answer.sku;
