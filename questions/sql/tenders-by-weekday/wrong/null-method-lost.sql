WITH march_payments AS (
    SELECT
        store_id,
        LOWER(TRIM(method)) AS tender,
        EXTRACT(ISODOW FROM paid_at) AS weekday,
        amount
    FROM payments
    WHERE paid_at >= TIMESTAMP '2025-03-01'
      AND paid_at < TIMESTAMP '2025-04-01'
)
SELECT
    stores.store_id,
    stores.store_name,
    SUM(CASE WHEN march_payments.tender = 'cash' THEN march_payments.amount ELSE 0 END) AS cash,
    SUM(CASE WHEN march_payments.tender = 'card' THEN march_payments.amount ELSE 0 END) AS card,
    SUM(CASE WHEN march_payments.tender = 'voucher' THEN march_payments.amount ELSE 0 END) AS voucher,
    SUM(CASE WHEN march_payments.tender NOT IN ('cash', 'card', 'voucher') THEN march_payments.amount ELSE 0 END) AS other,
    SUM(CASE WHEN march_payments.weekday <= 5 THEN march_payments.amount ELSE 0 END) AS weekday_total,
    SUM(CASE WHEN march_payments.weekday >= 6 THEN march_payments.amount ELSE 0 END) AS weekend_total,
    ROUND(
        SUM(CASE WHEN march_payments.tender = 'card' THEN march_payments.amount ELSE 0 END)
            / NULLIF(SUM(march_payments.amount), 0),
        3
    ) AS card_share
FROM stores
LEFT JOIN march_payments ON march_payments.store_id = stores.store_id
GROUP BY stores.store_id, stores.store_name
ORDER BY stores.store_id;
