-- Realistic: 500 first clicks of 60 customers over three weeks, and 300 later clicks between a second and nine minutes after one of them.
INSERT INTO orders
WITH first_clicks AS (
    SELECT
        i,
        CASE WHEN hash(i, 'guest') % 20 = 0 THEN NULL ELSE 3000 + (hash(i, 'customer') % 60)::INTEGER END AS customer_id,
        700 + (hash(i, 'product') % 8)::INTEGER AS product_id,
        TIMESTAMP '2023-10-02 00:00:00'
            + INTERVAL 1 MILLISECOND * (hash(i, 'time') % (21 * 86400000))::BIGINT AS ordered_at,
        ((hash(i, 'price') % 9000 + 500) / 100)::DECIMAL(12, 2) AS amount
    FROM range(0, 500) AS numbers(i)
),
later_clicks AS (
    SELECT
        500 + n AS i,
        clicked.customer_id,
        clicked.product_id,
        clicked.ordered_at + INTERVAL 1 MILLISECOND * (1000 + hash(n, 'gap') % 540000)::BIGINT AS ordered_at,
        clicked.amount - CASE WHEN hash(n, 'coupon') % 4 = 0 THEN 2.50 ELSE 0.00 END AS amount
    FROM range(0, 300) AS numbers(n)
    JOIN first_clicks AS clicked ON clicked.i = hash(n, 'again') % 200
),
clicks AS (
    SELECT * FROM first_clicks
    UNION ALL
    SELECT * FROM later_clicks
)
SELECT
    40000 + i * 7 % 811,
    customer_id,
    product_id,
    ordered_at,
    amount,
    ['placed', 'paid', 'paid', 'paid', 'shipped', 'shipped', 'shipped', 'cancelled'][1 + (hash(i, 'status') % 8)::INTEGER]
FROM clicks;

INSERT INTO payments
SELECT
    row_number() OVER (ORDER BY order_id, attempt),
    order_id,
    ['capture', 'capture', 'capture', 'refund', 'decline'][1 + (hash(order_id, attempt, 'kind') % 5)::INTEGER],
    CASE WHEN attempt = 1 THEN amount ELSE ((hash(order_id, attempt) % 3000 + 1) / 100)::DECIMAL(12, 2) END
FROM orders
CROSS JOIN range(0, 4) AS attempts(attempt)
WHERE attempt < hash(order_id, 'payments') % 4;
