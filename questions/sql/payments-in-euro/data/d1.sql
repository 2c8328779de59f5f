-- Seven weeks of ordinary trade: rates for five currencies about three times a day with holes of several days, 600 payments.
INSERT INTO exchange_rates
SELECT
    CASE c WHEN 0 THEN 'USD' WHEN 1 THEN 'GBP' WHEN 2 THEN 'PLN' WHEN 3 THEN 'CHF' ELSE 'JPY' END,
    TIMESTAMP '2024-11-03 05:00:00' + to_minutes(i * 491 + c * 67 + (i * 37) % 180),
    CASE
        WHEN (i * 5 + c) % 41 = 7 THEN NULL
        ELSE CASE c WHEN 0 THEN 0.9200 WHEN 1 THEN 1.1900 WHEN 2 THEN 0.2300 WHEN 3 THEN 1.0600 ELSE 0.0061 END
            + CAST((i * i * 7 + i * 13 + c) % 97 AS DECIMAL(12, 6)) / 10000
    END
FROM range(0, 135) AS numbers(i), range(0, 5) AS currencies(c)
WHERE (i + c * 11) % 45 NOT BETWEEN 20 AND 27;

INSERT INTO payments
SELECT
    31000 + i,
    CASE WHEN (i * 7 + i // 9) % 11 = 3 THEN 'refund' ELSE 'payment' END,
    TIMESTAMP '2024-11-02 00:00:00' + to_seconds((i * 40013 + i * i * 977) % 4147200),
    CASE (i * 13 + i // 7) % 12
        WHEN 0 THEN 'EUR' WHEN 1 THEN 'EUR' WHEN 2 THEN 'EUR' WHEN 3 THEN 'USD' WHEN 4 THEN 'USD' WHEN 5 THEN 'USD'
        WHEN 6 THEN 'GBP' WHEN 7 THEN 'GBP' WHEN 8 THEN 'PLN' WHEN 9 THEN 'CHF' WHEN 10 THEN 'JPY' ELSE 'SEK'
    END,
    CAST(1 + (i * 7919 + i * i * 31) % 24000 AS DECIMAL(12, 2)) / 100 + 1
FROM range(1, 601) AS numbers(i);
