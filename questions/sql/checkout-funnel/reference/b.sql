-- Join every possible path through the steps to its funnel, then ask how far the best path came.
WITH funnels AS (
    SELECT
        user_id,
        product_id,
        CAST(occurred_at AS DATE) AS cohort_day,
        MIN(occurred_at) AS viewed_at
    FROM shop_events
    WHERE step = 'view'
      AND user_id IS NOT NULL
      AND product_id IS NOT NULL
    GROUP BY user_id, product_id, CAST(occurred_at AS DATE)
),
furthest_step AS (
    SELECT
        funnels.cohort_day,
        MAX(CASE
            WHEN payments.event_id IS NOT NULL THEN 3
            WHEN checkouts.event_id IS NOT NULL THEN 2
            WHEN carts.event_id IS NOT NULL THEN 1
            ELSE 0
        END) AS steps_taken
    FROM funnels
    LEFT JOIN shop_events AS carts
        ON carts.user_id = funnels.user_id
       AND carts.product_id = funnels.product_id
       AND carts.step = 'cart'
       AND carts.occurred_at > funnels.viewed_at
       AND carts.occurred_at <= funnels.viewed_at + INTERVAL 24 HOUR
    LEFT JOIN shop_events AS checkouts
        ON checkouts.user_id = carts.user_id
       AND checkouts.product_id = carts.product_id
       AND checkouts.step = 'checkout'
       AND checkouts.occurred_at > carts.occurred_at
       AND checkouts.occurred_at <= funnels.viewed_at + INTERVAL 24 HOUR
    LEFT JOIN shop_events AS payments
        ON payments.user_id = checkouts.user_id
       AND payments.product_id = checkouts.product_id
       AND payments.step = 'paid'
       AND payments.occurred_at > checkouts.occurred_at
       AND payments.occurred_at <= funnels.viewed_at + INTERVAL 24 HOUR
    GROUP BY funnels.user_id, funnels.product_id, funnels.cohort_day
),
days AS (
    SELECT
        cohort_day,
        COUNT(*) AS viewed,
        COUNT(*) FILTER (WHERE steps_taken >= 1) AS carted,
        COUNT(*) FILTER (WHERE steps_taken >= 2) AS checked_out,
        COUNT(*) FILTER (WHERE steps_taken >= 3) AS paid
    FROM furthest_step
    GROUP BY cohort_day
)
SELECT
    cohort_day,
    viewed,
    carted,
    checked_out,
    paid,
    ROUND(carted / viewed, 3) AS cart_rate,
    ROUND(checked_out / NULLIF(carted, 0), 3) AS checkout_rate,
    ROUND(paid / NULLIF(checked_out, 0), 3) AS paid_rate
FROM days
ORDER BY cohort_day;
