WITH listed_sellers AS (
    SELECT seller_id, COUNT(*) AS active_listings
    FROM listings
    WHERE status = 'active'
    GROUP BY seller_id
),
real_sales AS (
    SELECT seller_id, sold_at
    FROM sales
    WHERE refunded_at IS NULL
),
last_sales AS (
    SELECT seller_id, MAX(sold_at) AS last_sale_at
    FROM real_sales
    GROUP BY seller_id
)
SELECT
    sellers.seller_id,
    sellers.seller_name,
    listed_sellers.active_listings,
    last_sales.last_sale_at
FROM sellers
JOIN listed_sellers ON listed_sellers.seller_id = sellers.seller_id
LEFT JOIN last_sales ON last_sales.seller_id = sellers.seller_id
WHERE sellers.closed_at IS NULL
  AND sellers.seller_id NOT IN (
      SELECT seller_id
      FROM real_sales
      WHERE sold_at >= TIMESTAMP '2025-07-01'
        AND sold_at < TIMESTAMP '2025-10-01'
  )
ORDER BY listed_sellers.active_listings DESC, sellers.seller_id;
