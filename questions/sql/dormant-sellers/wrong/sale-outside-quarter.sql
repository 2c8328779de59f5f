WITH listed_sellers AS (
    SELECT seller_id, COUNT(*) AS active_listings
    FROM listings
    WHERE status = 'active'
    GROUP BY seller_id
)
SELECT
    sellers.seller_id,
    sellers.seller_name,
    listed_sellers.active_listings,
    MAX(sales.sold_at) AS last_sale_at
FROM sellers
JOIN listed_sellers ON listed_sellers.seller_id = sellers.seller_id
LEFT JOIN sales ON sales.seller_id = sellers.seller_id AND sales.refunded_at IS NULL
WHERE sellers.closed_at IS NULL
  AND (sales.sold_at IS NULL OR sales.sold_at < TIMESTAMP '2025-07-01' OR sales.sold_at >= TIMESTAMP '2025-10-01')
GROUP BY sellers.seller_id, sellers.seller_name, listed_sellers.active_listings
ORDER BY listed_sellers.active_listings DESC, sellers.seller_id;
