-- Suspended currencies (a row without a rate), payments without a currency, unknown and empty currency codes, rates nobody uses.
INSERT INTO exchange_rates VALUES
    ('TRY', TIMESTAMP '2025-09-01 06:00:00', 0.021000),
    ('TRY', TIMESTAMP '2025-09-01 15:00:00', NULL),
    ('TRY', TIMESTAMP '2025-09-02 10:00:00', 0.020600),
    ('USD', TIMESTAMP '2025-09-01 06:00:00', 0.855000),
    ('USD', TIMESTAMP '2025-09-02 06:00:00', 0.851200),
    ('ARS', TIMESTAMP '2025-09-01 06:00:00', NULL),
    ('CZK', TIMESTAMP '2025-09-01 06:00:00', 0.040800);

INSERT INTO payments VALUES
    (2001, 'payment', TIMESTAMP '2025-09-01 09:00:00', 'TRY', 1500.00),
    (2002, 'payment', TIMESTAMP '2025-09-01 15:00:00', 'TRY', 900.00),
    (2003, 'refund',  TIMESTAMP '2025-09-01 21:00:00', 'TRY', 400.00),
    (2004, 'payment', TIMESTAMP '2025-09-01 22:00:00', NULL, 70.00),
    (2005, 'payment', TIMESTAMP '2025-09-01 23:10:00', 'USD', 12.50),
    (2006, 'payment', TIMESTAMP '2025-09-02 09:59:59', 'TRY', 800.00),
    (2007, 'payment', TIMESTAMP '2025-09-02 10:00:00', 'TRY', 700.00),
    (2008, 'payment', TIMESTAMP '2025-09-02 11:00:00', 'ARS', 5000.00),
    (2009, 'payment', TIMESTAMP '2025-09-02 12:00:00', '', 18.00),
    (2010, 'payment', TIMESTAMP '2025-09-02 13:00:00', 'XTS', 18.00),
    (2011, 'refund',  TIMESTAMP '2025-09-03 08:00:00', NULL, 25.00),
    (2012, 'payment', TIMESTAMP '2025-09-03 09:00:00', 'ARS', 7000.00);
