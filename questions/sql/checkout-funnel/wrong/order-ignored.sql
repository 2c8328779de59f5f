WITH daily_steps AS (
    SELECT
        user_id,
        product_id,
        CAST(occurred_at AS DATE) AS cohort_day,
        COUNT(*) FILTER (WHERE step = 'cart') > 0 AS is_carted,
        COUNT(*) FILTER (WHERE step = 'checkout') > 0 AS is_checked_out,
        COUNT(*) FILTER (WHERE step = 'paid') > 0 AS is_paid
    FROM shop_events
    WHERE user_id IS NOT NULL
      AND product_id IS NOT NULL
    GROUP BY user_id, product_id, cohort_day
    HAVING COUNT(*) FILTER (WHERE step = 'view') > 0
),
cohorts AS (
    SELECT
        cohort_day,
        COUNT(*) AS viewed,
        COUNT(*) FILTER (WHERE is_carted) AS carted,
        COUNT(*) FILTER (WHERE is_carted AND is_checked_out) AS checked_out,
        COUNT(*) FILTER (WHERE is_carted AND is_checked_out AND is_paid) AS paid
    FROM daily_steps
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
