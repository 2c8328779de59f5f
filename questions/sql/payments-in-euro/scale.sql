INSERT INTO exchange_rates
SELECT
    CASE c WHEN 0 THEN 'USD' WHEN 1 THEN 'GBP' WHEN 2 THEN 'PLN' ELSE 'JPY' END,
    TIMESTAMP '2025-01-01 00:00:00' + to_minutes(i * 240 + c * 3),
    CASE WHEN (i + c) % 200 = 9 THEN NULL ELSE CAST(0.5 + c * 0.2 AS DECIMAL(12, 6)) + CAST((i * i + c) % 97 AS DECIMAL(12, 6)) / 10000 END
FROM range(0, 540) AS numbers(i), range(0, 4) AS currencies(c)
WHERE (i + c * 40) % 180 NOT BETWEEN 60 AND 75;

INSERT INTO payments
SELECT
    i,
    CASE WHEN i % 29 = 4 THEN 'refund' ELSE 'payment' END,
    TIMESTAMP '2025-01-01 00:00:00' + to_seconds((i * 40013) % 7776000),
    CASE
        WHEN (i * 7) % 10 < 6 THEN 'USD'
        WHEN (i * 7) % 10 < 8 THEN 'EUR'
        WHEN i % 50 = 4 THEN 'SEK'
        WHEN i % 50 = 7 THEN NULL
        WHEN i % 3 = 0 THEN 'GBP'
        WHEN i % 3 = 1 THEN 'PLN'
        ELSE 'JPY'
    END,
    CAST(1 + (i * 7919) % 24000 AS DECIMAL(12, 2)) / 100 + 1
FROM range(0, {rows}) AS numbers(i);
