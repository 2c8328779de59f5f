WITH RECURSIVE ancestry AS (
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
)
SELECT
    t.team_id,
    t.team_name,
    d.depth,
    COALESCE(SUM(own.cost) FILTER (WHERE a.distance = 0), 0) AS own_cost,
    COALESCE(SUM(below.cost), 0) AS rolled_up_cost
FROM teams t
JOIN depths d ON d.team_id = t.team_id
JOIN ancestry a ON a.ancestor_id = t.team_id
LEFT JOIN cloud_costs own
    ON own.team_id = t.team_id AND own.billed_on >= DATE '2025-10-01' AND own.billed_on < DATE '2025-11-01'
LEFT JOIN cloud_costs below
    ON below.team_id = a.team_id AND below.billed_on >= DATE '2025-10-01' AND below.billed_on < DATE '2025-11-01'
WHERE t.is_active
GROUP BY t.team_id, t.team_name, d.depth
ORDER BY rolled_up_cost DESC, t.team_id;
