-- Three stores of one name, many payments per store, method and day, and shares that need rounding.
INSERT INTO stores VALUES
    (63, 'Corner Shop'),
    (62, 'Corner Shop'),
    (61, 'Corner Shop'),
    (64, 'Pier Head');

INSERT INTO payments
SELECT
    6000 + i,
    61 + i % 4,
    TIMESTAMP '2025-03-01 09:00:00' + to_hours((i * 41) % 740),
    CASE WHEN i % 7 < 3 THEN 'card' WHEN i % 7 < 5 THEN 'cash' WHEN i % 7 = 5 THEN 'voucher' ELSE 'staff meal' END,
    CAST(1 + (i * 13) % 17 AS DECIMAL(10, 2)) + 0.15
FROM range(1, 37) AS numbers(i);
