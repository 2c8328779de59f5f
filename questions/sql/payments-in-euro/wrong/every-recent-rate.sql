SELECT
    CAST(payments.paid_at AS DATE) AS payment_day,
    ROUND(COALESCE(SUM(
        CASE WHEN payments.kind = 'refund' THEN -payments.amount ELSE payments.amount END
        * CASE WHEN payments.currency = 'EUR' THEN 1 ELSE exchange_rates.euro_per_unit END
    ), 0), 2) AS total_eur,
    COUNT(*) FILTER (payments.currency IS DISTINCT FROM 'EUR' AND exchange_rates.euro_per_unit IS NULL) AS unconverted
FROM payments
LEFT JOIN exchange_rates
    ON exchange_rates.currency = payments.currency
    AND exchange_rates.valid_from BETWEEN payments.paid_at - INTERVAL 48 HOUR AND payments.paid_at
GROUP BY CAST(payments.paid_at AS DATE)
ORDER BY payment_day;
