WITH active_months AS (
    SELECT
        orders.customer_id,
        CAST(DATE_TRUNC('month', orders.ordered_at) AS DATE) AS month_start
    FROM orders
    WHERE orders.status = 'delivered'
      AND orders.total_amount > (
          SELECT COALESCE(SUM(refunds.amount), 0)
          FROM refunds
          WHERE refunds.order_id = orders.order_id
      )
    GROUP BY orders.customer_id, month_start
),
streak_starts AS (
    SELECT this_month.customer_id, this_month.month_start
    FROM active_months AS this_month
    WHERE NOT EXISTS (
        SELECT 1
        FROM active_months AS month_before
        WHERE month_before.customer_id = this_month.customer_id
          AND month_before.month_start = this_month.month_start - INTERVAL 1 MONTH
    )
),
streak_ends AS (
    SELECT this_month.customer_id, this_month.month_start
    FROM active_months AS this_month
    WHERE NOT EXISTS (
        SELECT 1
        FROM active_months AS month_after
        WHERE month_after.customer_id = this_month.customer_id
          AND month_after.month_start = this_month.month_start + INTERVAL 1 MONTH
    )
),
streaks AS (
    SELECT
        streak_starts.customer_id,
        streak_starts.month_start AS first_month,
        MIN(streak_ends.month_start) AS last_month
    FROM streak_starts
    JOIN streak_ends
      ON streak_ends.customer_id = streak_starts.customer_id
     AND streak_ends.month_start >= streak_starts.month_start
    GROUP BY streak_starts.customer_id, streak_starts.month_start
),
long_streaks AS (
    SELECT
        customer_id,
        first_month,
        last_month,
        DATE_DIFF('month', first_month, last_month) + 1 AS streak_months
    FROM streaks
    WHERE DATE_DIFF('month', first_month, last_month) + 1 >= 3
)
SELECT
    customers.customer_id,
    customers.customer_name,
    long_streaks.first_month,
    long_streaks.last_month,
    long_streaks.streak_months
FROM customers
JOIN long_streaks ON long_streaks.customer_id = customers.customer_id
WHERE NOT EXISTS (
    SELECT 1
    FROM long_streaks AS better_streak
    WHERE better_streak.customer_id = long_streaks.customer_id
      AND (
          better_streak.streak_months > long_streaks.streak_months
          OR (
              better_streak.streak_months = long_streaks.streak_months
              AND better_streak.last_month > long_streaks.last_month
          )
      )
)
ORDER BY long_streaks.streak_months DESC, customers.customer_id;
