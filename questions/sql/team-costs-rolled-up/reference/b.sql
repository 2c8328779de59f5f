-- Walk down from the top and remember the way: its length is the depth, and a team's
-- cost belongs to every team on the way.
WITH RECURSIVE tree AS (
    SELECT top.team_id, [top.team_id] AS way
    FROM teams AS top
    WHERE NOT EXISTS (
        SELECT 1
        FROM teams AS parent
        WHERE parent.team_id = top.parent_team_id
    )
    UNION ALL
    SELECT child.team_id, LIST_APPEND(tree.way, child.team_id)
    FROM tree
    JOIN teams AS child ON child.parent_team_id = tree.team_id
),
october_costs AS (
    SELECT
        tree.team_id,
        tree.way,
        COALESCE(SUM(c.cost), 0) AS cost
    FROM tree
    LEFT JOIN cloud_costs AS c
        ON c.team_id = tree.team_id
       AND c.billed_on BETWEEN DATE '2025-10-01' AND DATE '2025-10-31'
    GROUP BY tree.team_id, tree.way
),
branch_shares AS (
    SELECT UNNEST(way) AS branch_id, cost
    FROM october_costs
),
branch_costs AS (
    SELECT branch_id, SUM(cost) AS cost
    FROM branch_shares
    GROUP BY branch_id
)
SELECT
    t.team_id,
    t.team_name,
    LEN(own.way) - 1 AS depth,
    own.cost AS own_cost,
    branch.cost AS rolled_up_cost
FROM teams AS t
JOIN october_costs AS own ON own.team_id = t.team_id
JOIN branch_costs AS branch ON branch.branch_id = t.team_id
WHERE t.is_active
ORDER BY rolled_up_cost DESC, t.team_id;
