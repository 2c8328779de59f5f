-- No rates at all: euro payments convert, everything else doesn't.
INSERT INTO payments VALUES
    (7, 'payment', TIMESTAMP '2026-01-12 10:00:00', 'EUR', 19.90),
    (8, 'payment', TIMESTAMP '2026-01-13 10:00:00', 'USD', 55.00),
    (9, 'payment', TIMESTAMP '2026-01-14 10:00:00', 'GBP', 42.00),
    (10, 'refund', TIMESTAMP '2026-01-14 11:00:00', 'EUR', 19.90),
    (11, 'refund', TIMESTAMP '2026-01-16 12:00:00', 'USD', 55.00);
