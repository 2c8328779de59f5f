WITH RECURSIVE own_costs AS (
    SELECT team_id, SUM(cost) AS amount
    FROM cloud_costs
    WHERE billed_on >= DATE '2025-10-01'
      AND billed_on < DATE '2025-11-01'
    GROUP BY team_id
),
tree AS (
    SELECT team_id, 0 AS depth, [team_id] AS path
    FROM teams
    WHERE parent_team_id IS NULL
    UNION ALL
    SELECT t.team_id, tree.depth + 1, list_append(tree.path, t.team_id)
    FROM tree
    JOIN teams t ON t.parent_team_id = tree.team_id
),
branch_costs AS (
    SELECT top.team_id, SUM(c.amount) AS amount
    FROM tree top
    JOIN tree below ON list_contains(below.path, top.team_id)
    JOIN own_costs c ON c.team_id = below.team_id
    GROUP BY top.team_id
)
SELECT t.team_id, t.team_name, tree.depth, COALESCE(o.amount, 0) AS own_cost, COALESCE(b.amount, 0) AS rolled_up_cost
FROM teams t
JOIN tree ON tree.team_id = t.team_id
LEFT JOIN own_costs o ON o.team_id = t.team_id
LEFT JOIN branch_costs b ON b.team_id = t.team_id
WHERE t.is_active
ORDER BY rolled_up_cost DESC, t.team_id;
