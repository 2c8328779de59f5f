WITH may_orders AS (
    SELECT order_id
    FROM orders
    WHERE placed_at >= TIMESTAMP '2025-05-01'
      AND placed_at < TIMESTAMP '2025-06-01'
),
goods AS (
    SELECT order_id, SUM(quantity * unit_price) AS goods_value
    FROM order_items
    GROUP BY order_id
),
shipping AS (
    SELECT order_id, SUM(shipping_cost) AS shipping_cost
    FROM shipments
    GROUP BY order_id
),
paid_back AS (
    SELECT order_id, SUM(amount) AS refunded_amount
    FROM refunds
    WHERE status = 'paid'
    GROUP BY order_id
),
order_amounts AS (
    SELECT
        may_orders.order_id,
        COALESCE(goods.goods_value, 0) AS goods_value,
        COALESCE(shipping.shipping_cost, 0) AS shipping_cost,
        COALESCE(paid_back.refunded_amount, 0) AS refunded_amount
    FROM may_orders
    LEFT JOIN goods ON goods.order_id = may_orders.order_id
    LEFT JOIN shipping ON shipping.order_id = may_orders.order_id
    LEFT JOIN paid_back ON paid_back.order_id = may_orders.order_id
)
SELECT
    order_id,
    goods_value,
    shipping_cost,
    refunded_amount,
    goods_value - shipping_cost - refunded_amount AS net_amount
FROM order_amounts
ORDER BY net_amount, order_id;
