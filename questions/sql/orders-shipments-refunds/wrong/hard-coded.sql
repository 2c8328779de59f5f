SELECT order_id, goods_value, shipping_cost, refunded_amount, goods_value - shipping_cost - refunded_amount AS net_amount
FROM (
    VALUES
        (503, 36.00, 4.20, 36.00),
        (501, 49.00, 4.90, 24.50),
        (502, 89.00, 6.50, 10.00)
) AS answer (order_id, goods_value, shipping_cost, refunded_amount)
ORDER BY net_amount, order_id;
