-- Payments at one instant, equal payments with different ids, two currencies with rates at one instant, a rate repeated unchanged.
INSERT INTO exchange_rates VALUES
    ('USD', TIMESTAMP '2025-06-10 08:00:00', 0.880000),
    ('GBP', TIMESTAMP '2025-06-10 08:00:00', 1.170000),
    ('USD', TIMESTAMP '2025-06-10 12:00:00', 0.880000),
    ('GBP', TIMESTAMP '2025-06-10 12:00:00', 1.185500),
    ('USD', TIMESTAMP '2025-06-10 16:00:00', 0.871300),
    ('USD', TIMESTAMP '2025-06-11 08:00:00', 0.869900);

INSERT INTO payments VALUES
    (401, 'payment', TIMESTAMP '2025-06-10 09:00:00', 'USD', 15.00),
    (402, 'payment', TIMESTAMP '2025-06-10 09:00:00', 'USD', 15.00),
    (403, 'payment', TIMESTAMP '2025-06-10 09:00:00', 'GBP', 15.00),
    (404, 'refund',  TIMESTAMP '2025-06-10 09:00:00', 'USD', 15.00),
    (405, 'payment', TIMESTAMP '2025-06-10 12:00:00', 'GBP', 20.00),
    (406, 'payment', TIMESTAMP '2025-06-10 12:00:00', 'GBP', 20.00),
    (407, 'payment', TIMESTAMP '2025-06-10 13:30:00', 'NOK', 99.00),
    (408, 'payment', TIMESTAMP '2025-06-10 13:30:00', 'NOK', 99.00),
    (409, 'refund',  TIMESTAMP '2025-06-11 07:59:59', 'USD', 33.33),
    (410, 'payment', TIMESTAMP '2025-06-11 08:00:00', 'USD', 33.33),
    (411, 'payment', TIMESTAMP '2025-06-11 10:00:00', 'EUR', 1.00),
    (412, 'payment', TIMESTAMP '2025-06-11 10:00:00', 'EUR', 1.00);
