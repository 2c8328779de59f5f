INSERT INTO stores
SELECT i, 'Cafe ' || i
FROM range(1, {rows} // 500 + 2) AS numbers(i);

-- One cafe in fifty, the ones at stations and airports, takes nearly half of all payments. A quarter of the payments falls into March.
INSERT INTO payments
SELECT
    i,
    CASE WHEN i % 9 < 4 THEN 1 + (i * 7919) % ({rows} // 25000 + 1) ELSE 1 + (i * 104729) % ({rows} // 500 + 1) END,
    TIMESTAMP '2025-01-01 06:00:00' + to_seconds((i * 4099) % 10368000),
    CASE WHEN i % 11 < 5 THEN 'card' WHEN i % 11 < 8 THEN 'cash' WHEN i % 11 = 8 THEN 'Voucher' WHEN i % 11 = 9 THEN 'gift card' END,
    CASE WHEN i % 37 = 0 THEN -1 ELSE 1 END * (CAST(2 + (i * 31) % 40 AS DECIMAL(8, 2)) + 0.35)
FROM range({rows}) AS numbers(i);
