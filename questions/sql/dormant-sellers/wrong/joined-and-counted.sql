SELECT
    sellers.seller_id,
    sellers.seller_name,
    COUNT(*) AS active_listings,
    MAX(sales.sold_at) AS last_sale_at
FROM sellers
JOIN listings ON listings.seller_id = sellers.seller_id AND listings.status = 'active'
LEFT JOIN sales ON sales.seller_id = sellers.seller_id AND sales.refunded_at IS NULL
WHERE sellers.closed_at IS NULL
GROUP BY sellers.seller_id, sellers.seller_name
HAVING COUNT(*) FILTER (WHERE sales.sold_at >= TIMESTAMP '2025-07-01' AND sales.sold_at < TIMESTAMP '2025-10-01') = 0
ORDER BY active_listings DESC, sellers.seller_id;
