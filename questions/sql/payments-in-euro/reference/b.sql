WITH rate_periods AS (
    SELECT
        currency,
        valid_from,
        LEAD(valid_from) OVER (PARTITION BY currency ORDER BY valid_from) AS next_from,
        euro_per_unit
    FROM exchange_rates
),
booked AS (
    SELECT
        CAST(payments.paid_at AS DATE) AS payment_day,
        CASE payments.kind WHEN 'refund' THEN -payments.amount ELSE payments.amount END
            * CASE WHEN payments.currency = 'EUR' THEN 1 ELSE rate_periods.euro_per_unit END AS amount_eur
    FROM payments
    LEFT JOIN rate_periods
        ON rate_periods.currency = payments.currency
        AND payments.paid_at >= rate_periods.valid_from
        AND (payments.paid_at < rate_periods.next_from OR rate_periods.next_from IS NULL)
        AND payments.paid_at <= rate_periods.valid_from + INTERVAL 48 HOURS
)
SELECT
    payment_day,
    ROUND(COALESCE(SUM(amount_eur), 0), 2) AS total_eur,
    COUNT(*) - COUNT(amount_eur) AS unconverted
FROM booked
GROUP BY payment_day
ORDER BY payment_day;
