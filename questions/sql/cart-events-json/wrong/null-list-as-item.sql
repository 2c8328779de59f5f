WITH last_copies AS (
    SELECT event_type, occurred_at, CASE WHEN JSON_VALID(payload) THEN payload ELSE '{}' END AS body
    FROM cart_events
    QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY receipt_id DESC) = 1
),
cart_lines AS (
    SELECT
        CAST(c.occurred_at AS DATE) AS day,
        JSON_EXTRACT_STRING(i.value, '$.sku') AS sku,
        CASE WHEN JSON_EXISTS(i.value, '$.qty') THEN CAST(JSON_EXTRACT_STRING(i.value, '$.qty') AS INTEGER) ELSE 1 END AS quantity,
        CAST(JSON_EXTRACT_STRING(i.value, '$.price') AS DECIMAL(12, 2)) AS price,
        CAST(JSON_EXTRACT_STRING(i.value, '$.discount') AS DECIMAL(12, 2)) AS discount
    FROM last_copies c, JSON_EACH(c.body, '$.items') i
    WHERE c.event_type = 'checkout'
)
SELECT day, sku, SUM(quantity) AS units, COALESCE(SUM(quantity * price - COALESCE(discount, 0)), 0) AS revenue
FROM cart_lines
WHERE quantity IS NOT NULL
GROUP BY day, sku
ORDER BY day, sku;
