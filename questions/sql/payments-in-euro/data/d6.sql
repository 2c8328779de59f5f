-- Many rates within 48 hours, many small payments on one day (cents lost by early rounding), one currency of large figures.
INSERT INTO exchange_rates
SELECT 'JPY', TIMESTAMP '2025-05-05 00:00:00' + to_minutes(i * 45), 0.006100 + CAST(i AS DECIMAL(12, 6)) / 100000
FROM range(0, 20) AS numbers(i);

INSERT INTO exchange_rates VALUES
    ('HUF', TIMESTAMP '2025-05-05 06:00:00', 0.002470),
    ('HUF', TIMESTAMP '2025-05-05 18:00:00', 0.002480);

INSERT INTO payments
SELECT 9000 + i, 'payment', TIMESTAMP '2025-05-05 07:10:00' + to_minutes(i * 30), CASE WHEN i % 3 = 0 THEN 'JPY' ELSE 'HUF' END, 11.00 + i % 2
FROM range(0, 30) AS numbers(i);

INSERT INTO payments VALUES
    (9100, 'refund', TIMESTAMP '2025-05-05 14:20:00', 'JPY', 40000.00),
    (9101, 'payment', TIMESTAMP '2025-05-06 20:00:00', 'JPY', 12345.00);
