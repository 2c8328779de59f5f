WITH day_rates AS (
    SELECT
        currency,
        CAST(valid_from AS DATE) AS rate_day,
        ARG_MAX(euro_per_unit, valid_from) AS euro_per_unit
    FROM exchange_rates
    GROUP BY currency, CAST(valid_from AS DATE)
),
valued_payments AS (
    SELECT
        CAST(payments.paid_at AS DATE) AS payment_day,
        CASE WHEN payments.kind = 'refund' THEN -payments.amount ELSE payments.amount END AS signed_amount,
        CASE WHEN payments.currency = 'EUR' THEN 1 ELSE day_rates.euro_per_unit END AS euro_rate
    FROM payments
    LEFT JOIN day_rates
        ON day_rates.currency = payments.currency
        AND day_rates.rate_day = CAST(payments.paid_at AS DATE)
)
SELECT
    payment_day,
    ROUND(COALESCE(SUM(signed_amount * euro_rate), 0), 2) AS total_eur,
    COUNT(*) - COUNT(euro_rate) AS unconverted
FROM valued_payments
GROUP BY payment_day
ORDER BY payment_day;
