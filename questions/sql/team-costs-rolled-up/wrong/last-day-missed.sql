WITH RECURSIVE own_costs AS (
    SELECT team_id, SUM(cost) AS amount
    FROM cloud_costs
    WHERE billed_on >= DATE '2025-10-01'
      AND billed_on < DATE '2025-10-31'
    GROUP BY team_id
),
-- every team with itself and each team above it
ancestry AS (
    SELECT
        team_id,
        team_id AS ancestor_id,
        parent_team_id AS next_ancestor_id,
        0 AS distance
    FROM teams
    UNION ALL
    SELECT
        ancestry.team_id,
        teams.team_id,
        teams.parent_team_id,
        ancestry.distance + 1
    FROM ancestry
    JOIN teams ON teams.team_id = ancestry.next_ancestor_id
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
