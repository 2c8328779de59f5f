WITH cohorts AS (
    SELECT
        CAST(occurred_at AS DATE) AS cohort_day,
        COUNT(*) FILTER (WHERE step = 'view') AS viewed,
        COUNT(*) FILTER (WHERE step = 'cart') AS carted,
        COUNT(*) FILTER (WHERE step = 'checkout') AS checked_out,
        COUNT(*) FILTER (WHERE step = 'paid') AS paid
    FROM shop_events
    WHERE user_id IS NOT NULL
      AND product_id IS NOT NULL
    GROUP BY cohort_day
    HAVING COUNT(*) FILTER (WHERE step = 'view') > 0
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
