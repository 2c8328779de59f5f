INSERT INTO campaigns
SELECT 1 + i, 'Campaign ' || (1 + i)
FROM range(GREATEST({rows} // 500, 10)) AS numbers(i);

-- a third of all rows belongs to one campaign in a hundred
INSERT INTO daily_stats
SELECT
    CASE
        WHEN i % 3 = 0 THEN 1 + (i // 3) % GREATEST({rows} // 50000, 1) * 100
        ELSE 1 + (i * 7) % GREATEST({rows} // 500, 10)
    END,
    DATE '2025-01-01' + CAST((i * 31 + i // 365) % 365 AS INTEGER),
    CASE WHEN i % 25 = 4 THEN 'bot' ELSE ['desktop', 'mobile', 'mobile', 'tablet'][1 + i % 4] END,
    CASE WHEN i % 17 = 0 THEN 0 ELSE (i * 83) % 4000 END,
    CASE WHEN i % 31 = 0 THEN NULL ELSE (i * 5) % 90 END
FROM range({rows}) AS numbers(i);
