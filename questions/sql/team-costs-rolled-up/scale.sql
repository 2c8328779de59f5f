INSERT INTO teams
SELECT
    1 + i,
    'Team ' || (1 + i),
    CASE WHEN i < 5 THEN NULL ELSE 1 + (i - 5) // 6 END,
    i % 12 <> 7
FROM range(GREATEST({rows} // 200, 20)) AS numbers(i);

-- a quarter of all lines belongs to ten platform teams
INSERT INTO cloud_costs
SELECT
    CASE WHEN i % 4 = 0 THEN 6 + (i // 4) % 10 ELSE 1 + (i * 7) % GREATEST({rows} // 200, 20) END,
    DATE '2025-01-01' + CAST((i * 31 + i // 365) % 365 AS INTEGER),
    ['compute', 'storage', 'network', 'support'][1 + i % 4],
    CASE WHEN i % 90 = 7 THEN NULL WHEN i % 60 = 11 THEN CAST(-5 AS DECIMAL(12, 2)) ELSE CAST((100 + (i * 97) % 30000) / 100 AS DECIMAL(12, 2)) END
FROM range({rows}) AS numbers(i);
