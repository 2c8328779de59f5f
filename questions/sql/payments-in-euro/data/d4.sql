-- The instant of a rate and a microsecond before it, rates exactly 48 hours old and just older, midnight, leap day, turn of the year, zero amounts, days below zero.
INSERT INTO exchange_rates VALUES
    ('USD', TIMESTAMP '2023-12-29 17:00:00', 0.903000),
    ('USD', TIMESTAMP '2023-12-31 17:30:00', 0.905700),
    ('USD', TIMESTAMP '2024-02-27 00:00:00', 0.921000),
    ('GBP', TIMESTAMP '2024-02-27 23:59:59.999999', 1.170100),
    ('GBP', TIMESTAMP '2024-03-01 00:00:00', 1.168000),
    ('CHF', TIMESTAMP '2024-02-29 12:00:00', 1.047300);

INSERT INTO payments VALUES
    -- exactly 48 hours after the rate, just after it, and half an hour before
    (51, 'payment', TIMESTAMP '2023-12-31 17:00:00', 'USD', 100.00),
    (52, 'payment', TIMESTAMP '2023-12-31 17:00:00.000001', 'USD', 10.00),
    (53, 'payment', TIMESTAMP '2023-12-31 16:30:00', 'USD', 1.00),
    -- the instant of the next rate and just before it
    (54, 'payment', TIMESTAMP '2023-12-31 17:30:00', 'USD', 1000.00),
    (55, 'payment', TIMESTAMP '2023-12-31 17:29:59.999999', 'USD', 50.00),
    -- the turn of the year
    (56, 'payment', TIMESTAMP '2023-12-31 23:59:59.999999', 'EUR', 0.07),
    (57, 'payment', TIMESTAMP '2024-01-01 00:00:00', 'EUR', 0.30),
    -- before the first rate of the currency
    (58, 'payment', TIMESTAMP '2023-12-29 16:59:59.999999', 'USD', 20.00),
    (59, 'payment', TIMESTAMP '2023-12-29 17:00:00', 'USD', 20.00),
    -- exactly 48 hours later, then two calendar days but twenty minutes more; the GBP payment again exactly 48 hours
    (60, 'refund',  TIMESTAMP '2024-02-29 00:00:00', 'USD', 80.00),
    (61, 'payment', TIMESTAMP '2024-02-29 00:20:00', 'USD', 60.00),
    (62, 'payment', TIMESTAMP '2024-02-29 23:59:59.999999', 'GBP', 30.00),
    -- a refund at the instant of the next rate, then exactly 48 hours and a second more
    (63, 'refund',  TIMESTAMP '2024-03-01 00:00:00', 'GBP', 30.00),
    (64, 'payment', TIMESTAMP '2024-03-02 12:00:00', 'CHF', 11.11),
    (65, 'payment', TIMESTAMP '2024-03-02 12:00:01', 'CHF', 11.11),
    (66, 'payment', TIMESTAMP '2024-03-05 09:00:00', 'EUR', 0.00),
    (67, 'payment', TIMESTAMP '2024-03-06 09:00:00', 'GBP', 0.00);
