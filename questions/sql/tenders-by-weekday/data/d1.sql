-- An ordinary quarter of 14 cafes, 700 payments: tills that write methods in their own way, refunds, payments without a method.
INSERT INTO stores
SELECT 100 + i, 'Cafe ' || (i % 12)
FROM range(1, 15) AS numbers(i);

INSERT INTO payments
SELECT
    20000 + i,
    CASE WHEN i % 67 = 9 THEN NULL ELSE 101 + (i * i * 5 + i * 3) % 14 END,
    TIMESTAMP '2025-02-20 07:00:00' + to_minutes((i * 3571 + i * i * 17) % 67000),
    CASE (i * 7 + i // 11) % 13
        WHEN 0 THEN 'cash' WHEN 1 THEN 'Cash' WHEN 2 THEN 'cash'
        WHEN 3 THEN 'card' WHEN 4 THEN 'CARD' WHEN 5 THEN 'card' WHEN 6 THEN ' card'
        WHEN 7 THEN 'voucher' WHEN 8 THEN 'Voucher '
        WHEN 9 THEN 'gift card' WHEN 10 THEN 'loyalty points' WHEN 11 THEN ''
    END,
    CASE WHEN i % 19 = 3 THEN -1 ELSE 1 END * (2 + CAST((i * 31 + i // 5) % 90 AS DECIMAL(10, 2)) / 4)::DECIMAL(10, 2)
FROM range(1, 701) AS numbers(i);
