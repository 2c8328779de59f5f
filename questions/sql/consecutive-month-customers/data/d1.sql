-- Ordinary trade over 27 months: 45 customers (some share a name), 760 orders, 150 refunds.
INSERT INTO customers
SELECT 2000 + i, 'Household ' || (i % 38)
FROM range(1, 46) AS numbers(i);

INSERT INTO orders
SELECT
    30000 + i,
    CASE WHEN i % 41 = 5 THEN NULL ELSE 2001 + (i * 17 + i * i * 5 + i // 47) % 47 END,
    TIMESTAMP '2021-10-01 00:00:00' + to_minutes((i * 104729 + i * i * 7919) % 1180000),
    CASE
        WHEN (i * i * 3 + i * 5 + i // 19) % 19 < 13 THEN 'delivered'
        WHEN (i * i * 3 + i * 5 + i // 19) % 19 < 15 THEN 'cancelled'
        WHEN (i * i * 3 + i * 5 + i // 19) % 19 < 17 THEN 'shipped'
        ELSE 'pending'
    END,
    CAST(5 + 5 * ((i * 23 + i // 9) % 12) AS DECIMAL(12, 2))
FROM range(1, 761) AS numbers(i);

INSERT INTO refunds
SELECT
    60000 + i,
    CASE WHEN i % 37 = 3 THEN NULL ELSE 30001 + (i * 311 + i * i * 13) % 770 END,
    CASE WHEN i % 7 = 4 THEN NULL ELSE CAST(5 + 10 * ((i * 7 + i // 5) % 7) AS DECIMAL(12, 2)) END
FROM range(1, 151) AS numbers(i);
