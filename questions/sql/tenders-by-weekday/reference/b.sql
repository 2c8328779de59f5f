-- Add up first, then join each total to the stores under its own name.
WITH march_payments AS (
    SELECT
        store_id,
        LOWER(TRIM(method)) AS method,
        ISODOW(paid_at) >= 6 AS on_weekend,
        amount
    FROM payments
    WHERE paid_at >= TIMESTAMP '2025-03-01 00:00:00'
      AND paid_at < TIMESTAMP '2025-04-01 00:00:00'
),
by_method AS (
    SELECT store_id, method, SUM(amount) AS total
    FROM march_payments
    GROUP BY store_id, method
),
by_part_of_week AS (
    SELECT store_id, on_weekend, SUM(amount) AS total
    FROM march_payments
    GROUP BY store_id, on_weekend
),
by_store AS (
    SELECT store_id, SUM(amount) AS total
    FROM march_payments
    GROUP BY store_id
)
SELECT
    stores.store_id,
    stores.store_name,
    COALESCE(cash.total, 0) AS cash,
    COALESCE(card.total, 0) AS card,
    COALESCE(voucher.total, 0) AS voucher,
    COALESCE(everything.total, 0) - COALESCE(cash.total, 0)
        - COALESCE(card.total, 0) - COALESCE(voucher.total, 0) AS other,
    COALESCE(weekdays.total, 0) AS weekday_total,
    COALESCE(weekends.total, 0) AS weekend_total,
    ROUND(COALESCE(card.total, 0) / NULLIF(everything.total, 0), 3) AS card_share
FROM stores
LEFT JOIN by_method AS cash ON cash.store_id = stores.store_id AND cash.method = 'cash'
LEFT JOIN by_method AS card ON card.store_id = stores.store_id AND card.method = 'card'
LEFT JOIN by_method AS voucher ON voucher.store_id = stores.store_id AND voucher.method = 'voucher'
LEFT JOIN by_part_of_week AS weekdays ON weekdays.store_id = stores.store_id AND NOT weekdays.on_weekend
LEFT JOIN by_part_of_week AS weekends ON weekends.store_id = stores.store_id AND weekends.on_weekend
LEFT JOIN by_store AS everything ON everything.store_id = stores.store_id
ORDER BY stores.store_id;
