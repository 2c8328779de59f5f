WITH goods AS (
    SELECT order_id, SUM(quantity * unit_price) AS goods_value FROM order_items GROUP BY order_id
)
SELECT
    o.order_id,
    COALESCE(MAX(g.goods_value), 0) AS goods_value,
    COALESCE(SUM(s.shipping_cost), 0) AS shipping_cost,
    COALESCE(SUM(r.amount), 0) AS refunded_amount,
    COALESCE(MAX(g.goods_value), 0) - COALESCE(SUM(s.shipping_cost), 0) - COALESCE(SUM(r.amount), 0) AS net_amount
FROM orders o
LEFT JOIN goods g ON g.order_id = o.order_id
LEFT JOIN shipments s ON s.order_id = o.order_id
LEFT JOIN refunds r ON r.order_id = o.order_id AND r.status = 'paid'
WHERE o.placed_at >= DATE '2025-05-01'
  AND o.placed_at < DATE '2025-06-01'
GROUP BY o.order_id
ORDER BY net_amount, o.order_id;
