-- A company of 70 teams under three roots, up to five levels deep, some of them closed; 560 cost lines from September to November 2025.
INSERT INTO teams
SELECT
    100 + i,
    'Team ' || (i % 64),
    CASE WHEN i < 3 THEN NULL WHEN i % 23 = 20 THEN 50 + i % 5 WHEN i % 6 = 5 THEN 100 + i - 3 ELSE 100 + (i - 1) // 3 END,
    i % 11 <> 6
FROM range(0, 70) AS numbers(i);

INSERT INTO cloud_costs
SELECT
    CASE WHEN i % 71 = 13 THEN NULL ELSE 100 + (i * 17 + i // 40) % 76 END,
    DATE '2025-09-20' + CAST((i * 7) % 61 AS INTEGER),
    ['compute', 'storage', 'network', 'support'][1 + i % 4],
    CASE
        WHEN i % 47 = 5 THEN NULL
        WHEN i % 31 = 9 THEN CAST(-20 - i % 30 AS DECIMAL(12, 2))
        ELSE CAST(12 + (i * 97 + i * i) % 700 AS DECIMAL(12, 2)) + CAST(0.35 AS DECIMAL(12, 2))
    END
FROM range(0, 560) AS numbers(i);
