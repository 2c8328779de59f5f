WITH funnels AS (
    SELECT
        user_id,
        product_id,
        CAST(occurred_at AS DATE) AS cohort_day,
        MIN(occurred_at) AS viewed_at
    FROM shop_events
    WHERE step = 'view'
    GROUP BY user_id, product_id, cohort_day
),
carted_funnels AS (
    SELECT
        funnels.user_id,
        funnels.product_id,
        funnels.cohort_day,
        funnels.viewed_at,
        MIN(carts.occurred_at) AS carted_at
    FROM funnels
    LEFT JOIN shop_events AS carts
        ON carts.user_id = funnels.user_id
        AND carts.product_id = funnels.product_id
        AND carts.step = 'cart'
        AND carts.occurred_at > funnels.viewed_at
        AND carts.occurred_at <= funnels.viewed_at + INTERVAL 24 HOUR
    GROUP BY funnels.user_id, funnels.product_id, funnels.cohort_day, funnels.viewed_at
),
checked_out_funnels AS (
    SELECT
        carted_funnels.user_id,
        carted_funnels.product_id,
        carted_funnels.cohort_day,
        carted_funnels.viewed_at,
        carted_funnels.carted_at,
        MIN(checkouts.occurred_at) AS checked_out_at
    FROM carted_funnels
    LEFT JOIN shop_events AS checkouts
        ON checkouts.user_id = carted_funnels.user_id
        AND checkouts.product_id = carted_funnels.product_id
        AND checkouts.step = 'checkout'
        AND checkouts.occurred_at > carted_funnels.carted_at
        AND checkouts.occurred_at <= carted_funnels.viewed_at + INTERVAL 24 HOUR
    GROUP BY
        carted_funnels.user_id,
        carted_funnels.product_id,
        carted_funnels.cohort_day,
        carted_funnels.viewed_at,
        carted_funnels.carted_at
),
finished_funnels AS (
    SELECT
        checked_out_funnels.cohort_day,
        checked_out_funnels.carted_at,
        checked_out_funnels.checked_out_at,
        EXISTS (
            SELECT *
            FROM shop_events AS payments
            WHERE payments.user_id = checked_out_funnels.user_id
              AND payments.product_id = checked_out_funnels.product_id
              AND payments.step = 'paid'
              AND payments.occurred_at > checked_out_funnels.checked_out_at
              AND payments.occurred_at <= checked_out_funnels.viewed_at + INTERVAL 24 HOUR
        ) AS is_paid
    FROM checked_out_funnels
),
cohorts AS (
    SELECT
        cohort_day,
        COUNT(*) AS viewed,
        COUNT(carted_at) AS carted,
        COUNT(checked_out_at) AS checked_out,
        COUNT_IF(is_paid) AS paid
    FROM finished_funnels
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
FROM cohorts
ORDER BY cohort_day;
