-- Two busy weeks: 420 receipts of about 340 events, one or two items each, prices as text and as numbers, keys left out, broken payloads.
INSERT INTO cart_events
SELECT
    10000 + i,
    5000 + e,
    CASE WHEN e % 4 = 1 THEN 'update' ELSE 'checkout' END,
    TIMESTAMP '2025-03-03 07:00:00' + to_minutes(e * 53 % 19000),
    TIMESTAMP '2025-03-03 07:00:00' + to_minutes(e * 53 % 19000 + (i * 31) % 600),
    CASE
        WHEN i % 37 = 5 THEN NULL
        WHEN i % 29 = 8 THEN '{"items": [{"sku": "SKU-1", "qty": 2'
        WHEN i % 31 = 3 THEN '{"items": []}'
        WHEN i % 41 = 9 THEN '{"note": "no list"}'
        ELSE '{"items": [' || first_item || CASE WHEN i % 3 = 0 THEN '' ELSE ', ' || second_item END || ']}'
    END
FROM (
    SELECT
        i,
        CASE WHEN i % 5 = 4 THEN i - 3 ELSE i END AS e,
        '{"sku": "SKU-' || (1 + i % 9) || '"'
            || CASE WHEN i % 7 = 2 THEN '' WHEN i % 17 = 4 THEN ', "qty": null' WHEN i % 6 = 1 THEN ', "qty": "' || (1 + i % 4) || '"' ELSE ', "qty": ' || (1 + i % 5) END
            || CASE WHEN i % 19 = 6 THEN '' WHEN i % 2 = 0 THEN ', "price": ' || (3 + i % 40) || '.95' ELSE ', "price": "' || (3 + i % 40) || '.5"' END
            || CASE WHEN i % 4 = 3 THEN ', "discount": 1.25' ELSE '' END || '}' AS first_item,
        '{"sku": "SKU-' || (1 + (i * 5 + 2) % 11) || '", "qty": ' || (1 + i % 3) || ', "price": ' || (10 + i % 7)
            || CASE i % 5 WHEN 0 THEN ', "discount": "0.75"' WHEN 1 THEN ', "discount": null' ELSE '' END || '}' AS second_item
    FROM range(1, 421) AS numbers(i)
) AS receipts;
