-- Self-join: every order meets the earlier orders of the last five minutes, and the latest of them is kept.
WITH close_pairs AS (
    SELECT
        later.order_id,
        later.customer_id,
        later.product_id,
        MAX((earlier.ordered_at, earlier.order_id)) AS latest_earlier_order
    FROM orders AS later
    INNER JOIN orders AS earlier
        ON earlier.customer_id = later.customer_id
        AND earlier.product_id = later.product_id
        AND later.ordered_at - earlier.ordered_at BETWEEN INTERVAL 0 MINUTE AND INTERVAL 5 MINUTE
        AND (earlier.ordered_at < later.ordered_at OR earlier.order_id < later.order_id)
    WHERE later.status <> 'cancelled'
        AND earlier.status <> 'cancelled'
    GROUP BY later.order_id, later.customer_id, later.product_id
)

SELECT
    close_pairs.order_id,
    close_pairs.customer_id,
    close_pairs.product_id,
    close_pairs.latest_earlier_order[2] AS previous_order_id,
    COALESCE((
        SELECT SUM(payments.amount)
        FROM payments
        WHERE payments.order_id = close_pairs.order_id AND payments.kind = 'capture'
    ), 0) - COALESCE((
        SELECT SUM(payments.amount)
        FROM payments
        WHERE payments.order_id = close_pairs.order_id AND payments.kind = 'refund'
    ), 0) AS amount_at_risk
FROM close_pairs
ORDER BY close_pairs.order_id;
