WITH sellers_to_call AS (
    SELECT seller_id FROM sellers WHERE closed_at IS NULL
    INTERSECT
    SELECT seller_id FROM listings WHERE status = 'active'
    EXCEPT
    SELECT seller_id
    FROM sales
    WHERE refunded_at IS NULL
        AND sold_at >= TIMESTAMP '2025-07-01'
        AND sold_at < TIMESTAMP '2025-10-01'
)
SELECT
    sellers.seller_id,
    sellers.seller_name,
    (
        SELECT COUNT(*)
        FROM listings
        WHERE listings.seller_id = sellers.seller_id AND listings.status = 'active'
    ) AS active_listings,
    (
        SELECT MAX(sales.sold_at)
        FROM sales
        WHERE sales.seller_id = sellers.seller_id AND sales.refunded_at IS NULL
    ) AS last_sale_at
FROM sellers
JOIN sellers_to_call ON sellers_to_call.seller_id = sellers.seller_id
ORDER BY active_listings DESC, sellers.seller_id;
