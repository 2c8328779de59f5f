SELECT s.store_id, s.store_name,
       SUM(CASE WHEN lower(trim(method)) = 'cash' THEN amount ELSE 0 END) AS cash,
       SUM(CASE WHEN lower(trim(method)) = 'card' THEN amount ELSE 0 END) AS card,
       SUM(CASE WHEN lower(trim(method)) = 'voucher' THEN amount ELSE 0 END) AS voucher,
       SUM(CASE WHEN lower(trim(method)) IN ('cash', 'card', 'voucher') THEN 0 ELSE amount END) AS other,
       SUM(CASE WHEN isodow(paid_at) <= 5 THEN amount ELSE 0 END) AS weekday_total,
       SUM(CASE WHEN isodow(paid_at) > 5 THEN amount ELSE 0 END) AS weekend_total,
       ROUND(SUM(CASE WHEN lower(trim(method)) = 'card' THEN amount ELSE 0 END) / NULLIF(SUM(amount), 0), 3) AS card_share
FROM stores s
LEFT JOIN payments p ON p.store_id = s.store_id
WHERE p.paid_at >= DATE '2025-03-01' AND p.paid_at < DATE '2025-04-01'
GROUP BY s.store_id, s.store_name
ORDER BY s.store_id;
