INSERT INTO orders
SELECT 1 + i, TIMESTAMP '2025-01-01 00:00:00' + to_seconds((i * 1234577) % 31536000)
FROM range({rows} // 3) AS numbers(i);

-- one item in ten belongs to the bulk orders, one order in a thousand
INSERT INTO order_items
SELECT
    CASE WHEN i % 10 = 0 THEN 1 + (i // 10) % GREATEST({rows} // 3000, 1) * 1000 ELSE 1 + i % GREATEST({rows} // 3, 1) END,
    1 + i,
    1 + i % 4,
    CASE WHEN i % 50 = 17 THEN NULL ELSE CAST((300 + (i * 37) % 9000) / 100 AS DECIMAL(12, 2)) END
FROM range({rows}) AS numbers(i);

INSERT INTO shipments
SELECT
    1 + i,
    CASE WHEN i % 10 = 0 THEN 1 + (i // 10) % GREATEST({rows} // 3000, 1) * 1000 ELSE 1 + i % GREATEST({rows} // 3, 1) END,
    CASE WHEN i % 40 = 9 THEN NULL ELSE CAST((390 + (i * 13) % 600) / 100 AS DECIMAL(12, 2)) END
FROM range({rows} // 2) AS numbers(i);

INSERT INTO refunds
SELECT
    1 + i,
    1 + (i * 11) % GREATEST({rows} // 3, 1),
    CASE i % 5 WHEN 0 THEN 'requested' WHEN 1 THEN 'rejected' ELSE 'paid' END,
    CASE WHEN i % 30 = 8 THEN NULL ELSE CAST((100 + (i * 17) % 4000) / 100 AS DECIMAL(12, 2)) END
FROM range({rows} // 10) AS numbers(i);
