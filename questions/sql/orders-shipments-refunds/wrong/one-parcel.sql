SELECT
    o.order_id,
    COALESCE(SUM(i.quantity * i.unit_price), 0) AS goods_value,
    COALESCE(MAX(s.shipping_cost), 0) AS shipping_cost,
    COALESCE(MAX(r.amount), 0) AS refunded_amount,
    COALESCE(SUM(i.quantity * i.unit_price), 0) - COALESCE(MAX(s.shipping_cost), 0) - COALESCE(MAX(r.amount), 0) AS net_amount
FROM orders o
LEFT JOIN order_items i ON i.order_id = o.order_id
LEFT JOIN shipments s ON s.order_id = o.order_id
LEFT JOIN refunds r ON r.order_id = o.order_id AND r.status = 'paid'
WHERE o.placed_at >= DATE '2025-05-01'
  AND o.placed_at < DATE '2025-06-01'
GROUP BY o.order_id
ORDER BY net_amount, o.order_id;
