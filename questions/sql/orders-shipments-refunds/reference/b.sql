-- Stack the three child tables into one ledger, one row per amount, and add it up once per order.
WITH ledger AS (
    SELECT order_id, 'goods' AS entry, quantity * unit_price AS amount
    FROM order_items
    UNION ALL
    SELECT order_id, 'shipping', shipping_cost
    FROM shipments
    UNION ALL
    SELECT order_id, 'refund', amount
    FROM refunds
    WHERE status = 'paid'
),
order_totals AS (
    SELECT
        o.order_id,
        COALESCE(SUM(l.amount) FILTER (WHERE l.entry = 'goods'), 0) AS goods_value,
        COALESCE(SUM(l.amount) FILTER (WHERE l.entry = 'shipping'), 0) AS shipping_cost,
        COALESCE(SUM(l.amount) FILTER (WHERE l.entry = 'refund'), 0) AS refunded_amount
    FROM orders AS o
    LEFT JOIN ledger AS l ON l.order_id = o.order_id
    WHERE o.placed_at >= TIMESTAMP '2025-05-01 00:00:00'
      AND o.placed_at < TIMESTAMP '2025-06-01 00:00:00'
    GROUP BY o.order_id
)
SELECT
    order_id,
    goods_value,
    shipping_cost,
    refunded_amount,
    goods_value - shipping_cost - refunded_amount AS net_amount
FROM order_totals
ORDER BY net_amount, order_id;
