-- one event in twelve is received twice; one article in a hundred is in a third of all carts
INSERT INTO cart_events
SELECT
    1 + i,
    CASE WHEN i % 12 = 11 THEN i - 5 ELSE 1 + i END,
    CASE WHEN i % 4 = 1 THEN 'update' ELSE 'checkout' END,
    TIMESTAMP '2025-01-01 00:00:00' + to_seconds((i * 7919) % 7776000),
    TIMESTAMP '2025-01-01 00:00:02' + to_seconds((i * 7919) % 7776000),
    CASE
        WHEN i % 200 = 13 THEN '{"items": [{"sku": "SKU-1", "qty": 2'
        WHEN i % 90 = 7 THEN '{"items": []}'
        ELSE '{"items": [{"sku": "SKU-' || CASE WHEN i % 3 = 0 THEN i // 3 % 20 ELSE (i * 13) % 2000 END || '", "qty": ' || (1 + i % 4)
            || ', "price": "' || (2 + i % 70) || '.95"}, {"sku": "SKU-' || (i * 17) % 2000 || '", "price": ' || (5 + i % 30) || ', "discount": 0.5}]}'
    END
FROM range({rows}) AS numbers(i);
