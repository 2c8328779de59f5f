WITH valued_payments AS (
    SELECT
        CAST(payments.paid_at AS DATE) AS payment_day,
        CASE WHEN payments.kind = 'refund' THEN -payments.amount ELSE payments.amount END AS signed_amount,
        CASE
            WHEN payments.currency = 'EUR' THEN 1
            WHEN DATE_DIFF('hour', exchange_rates.valid_from, payments.paid_at) <= 48 THEN exchange_rates.euro_per_unit
        END AS euro_rate
    FROM payments
    ASOF LEFT JOIN exchange_rates
        ON exchange_rates.currency = payments.currency
        AND exchange_rates.valid_from <= payments.paid_at
)
SELECT
    payment_day,
    ROUND(COALESCE(SUM(signed_amount * euro_rate), 0), 2) AS total_eur,
    COUNT(*) - COUNT(euro_rate) AS unconverted
FROM valued_payments
GROUP BY payment_day
ORDER BY payment_day;
