WITH own_costs AS (
    SELECT team_id, SUM(cost) AS amount
    FROM cloud_costs
    WHERE billed_on >= DATE '2025-10-01'
      AND billed_on < DATE '2025-11-01'
    GROUP BY team_id
),
ancestry AS (
    SELECT team_id, team_id AS ancestor_id, 0 AS distance FROM teams
    UNION ALL
    SELECT t.team_id, p1.team_id, 1
    FROM teams t JOIN teams p1 ON p1.team_id = t.parent_team_id
    UNION ALL
    SELECT t.team_id, p2.team_id, 2
    FROM teams t JOIN teams p1 ON p1.team_id = t.parent_team_id JOIN teams p2 ON p2.team_id = p1.parent_team_id
    UNION ALL
    SELECT t.team_id, p3.team_id, 3
    FROM teams t JOIN teams p1 ON p1.team_id = t.parent_team_id JOIN teams p2 ON p2.team_id = p1.parent_team_id
    JOIN teams p3 ON p3.team_id = p2.parent_team_id
),
depths AS (
    SELECT team_id, MAX(distance) AS depth
    FROM ancestry
    GROUP BY team_id
),
branch_costs AS (
    SELECT ancestry.ancestor_id AS team_id, SUM(own_costs.amount) AS amount
    FROM ancestry
    JOIN own_costs ON own_costs.team_id = ancestry.team_id
    GROUP BY ancestry.ancestor_id
)
SELECT
    teams.team_id,
    teams.team_name,
    depths.depth,
    COALESCE(own_costs.amount, 0) AS own_cost,
    COALESCE(branch_costs.amount, 0) AS rolled_up_cost
FROM teams
JOIN depths ON depths.team_id = teams.team_id
LEFT JOIN own_costs ON own_costs.team_id = teams.team_id
LEFT JOIN branch_costs ON branch_costs.team_id = teams.team_id
WHERE teams.is_active
ORDER BY rolled_up_cost DESC, teams.team_id;
