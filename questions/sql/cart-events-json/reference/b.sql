-- Find the last copy by its number, cast the list of items to an array, and unnest it into typed lines.
WITH last_copies AS (
    SELECT MAX(receipt_id) AS receipt_id
    FROM cart_events
    GROUP BY event_id
),
checkout_items AS (
    SELECT
        CAST(e.occurred_at AS DATE) AS day,
        UNNEST(TRY_CAST(TRY_CAST(e.payload AS JSON) -> 'items' AS JSON[])) AS item
    FROM cart_events AS e
    JOIN last_copies AS l ON l.receipt_id = e.receipt_id
    WHERE e.event_type = 'checkout'
),
item_lines AS (
    SELECT
        day,
        item ->> 'sku' AS sku,
        CASE
            WHEN (item -> 'qty') IS NULL THEN 1
            ELSE CAST(item ->> 'qty' AS INTEGER)
        END AS quantity,
        CAST(item ->> 'price' AS DECIMAL(12, 2)) AS price,
        COALESCE(CAST(item ->> 'discount' AS DECIMAL(12, 2)), 0) AS discount
    FROM checkout_items
)
SELECT
    day,
    sku,
    SUM(quantity) AS units,
    COALESCE(SUM(quantity * price - discount), 0) AS revenue
FROM item_lines
WHERE quantity IS NOT NULL
GROUP BY day, sku
ORDER BY day, sku;
