-- A spring of ordinary trade: 260 orders from April to June 2025, most with several items, some in several parcels, some paid back.
INSERT INTO orders
SELECT 20000 + i, TIMESTAMP '2025-04-12 06:00:00' + to_minutes((i * 1879 + i * i * 31) % 100000)
FROM range(1, 261) AS numbers(i);

INSERT INTO order_items
SELECT
    20001 + i // 3,
    1 + i % 3,
    1 + (i * 7 + i // 5) % 4,
    CASE WHEN i % 41 = 11 THEN NULL ELSE CAST(5 + (i * 37 + i * i) % 90 AS DECIMAL(12, 2)) + CAST(0.95 AS DECIMAL(12, 2)) END
FROM range(0, 780) AS numbers(i)
WHERE i % 3 = 0 OR (i * 5 + i // 7) % 4 <> 0;

INSERT INTO shipments
SELECT
    310000 + i,
    20001 + (i * 7) % 250,
    CASE WHEN i % 29 = 4 THEN NULL ELSE CAST([4.90, 4.90, 6.50, 9.80][1 + i % 4] AS DECIMAL(12, 2)) END
FROM range(0, 330) AS numbers(i);

INSERT INTO refunds
SELECT
    80000 + i,
    20001 + (i * 11) % 240,
    CASE i % 6 WHEN 0 THEN 'requested' WHEN 1 THEN 'rejected' ELSE 'paid' END,
    CASE WHEN i % 17 = 3 THEN NULL ELSE CAST(3 + (i * 13) % 40 AS DECIMAL(12, 2)) END
FROM range(0, 110) AS numbers(i);
