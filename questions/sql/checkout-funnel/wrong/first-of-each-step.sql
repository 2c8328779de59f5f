WITH first_steps AS (
    SELECT
        user_id,
        product_id,
        MIN(occurred_at) FILTER (WHERE step = 'view') AS viewed_at,
        MIN(occurred_at) FILTER (WHERE step = 'cart') AS carted_at,
        MIN(occurred_at) FILTER (WHERE step = 'checkout') AS checked_out_at,
        MIN(occurred_at) FILTER (WHERE step = 'paid') AS paid_at
    FROM shop_events
    WHERE user_id IS NOT NULL
      AND product_id IS NOT NULL
    GROUP BY user_id, product_id
),
reached_steps AS (
    SELECT
        CAST(viewed_at AS DATE) AS cohort_day,
        carted_at > viewed_at AND carted_at <= viewed_at + INTERVAL 24 HOUR AS is_carted,
        checked_out_at > carted_at AND checked_out_at <= viewed_at + INTERVAL 24 HOUR AS is_checked_out,
        paid_at > checked_out_at AND paid_at <= viewed_at + INTERVAL 24 HOUR AS is_paid
    FROM first_steps
    WHERE viewed_at IS NOT NULL
),
cohorts AS (
    SELECT
        cohort_day,
        COUNT(*) AS viewed,
        COUNT(*) FILTER (WHERE is_carted) AS carted,
        COUNT(*) FILTER (WHERE is_carted AND is_checked_out) AS checked_out,
        COUNT(*) FILTER (WHERE is_carted AND is_checked_out AND is_paid) AS paid
    FROM reached_steps
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
