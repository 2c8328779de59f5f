WITH last_copies AS (
    SELECT
        event_type,
        occurred_at,
        TRY_CAST(payload AS JSON) AS body
    FROM cart_events
    QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY receipt_id DESC) = 1
),
checkout_items AS (
    SELECT
        CAST(occurred_at AS DATE) AS day,
        UNNEST(JSON_EXTRACT(body, '$.items[*]')) AS item
    FROM last_copies
    WHERE event_type = 'checkout'
),
cart_lines AS (
    SELECT
        day,
        JSON_EXTRACT_STRING(item, '$.sku') AS sku,
        COALESCE(CAST(JSON_EXTRACT_STRING(item, '$.qty') AS INTEGER), 1) AS quantity,
        CAST(JSON_EXTRACT_STRING(item, '$.price') AS DECIMAL(12, 2)) AS price,
        CAST(JSON_EXTRACT_STRING(item, '$.discount') AS DECIMAL(12, 2)) AS discount
    FROM checkout_items
)
SELECT
    day,
    sku,
    SUM(quantity) AS units,
    COALESCE(SUM(quantity * price - COALESCE(discount, 0)), 0) AS revenue
FROM cart_lines
WHERE quantity IS NOT NULL
GROUP BY day, sku
ORDER BY day, sku;
