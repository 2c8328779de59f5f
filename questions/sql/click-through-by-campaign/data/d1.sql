-- Half a year of ordinary traffic: 26 campaigns, 620 rows from June to October 2025, weak days, unmeasured rows, bots, two campaigns of one name.
INSERT INTO campaigns
SELECT 200 + i, CASE WHEN i = 19 THEN 'Campaign 7' ELSE 'Campaign ' || i END
FROM range(1, 27) AS numbers(i);

INSERT INTO daily_stats
SELECT
    201 + (i * 7 + i // 31) % 24,
    DATE '2025-06-12' + CAST((i * 13 + i // 9) % 134 AS INTEGER),
    CASE WHEN i % 19 = 6 THEN 'bot' ELSE ['desktop', 'mobile', 'mobile', 'tablet'][1 + i % 4] END,
    CASE WHEN (i * 7 + i // 31) % 24 > 21 THEN 20 + i % 50 WHEN i % 23 = 5 THEN 0 ELSE 60 + (i * 83 + i * i) % 900 END,
    CASE WHEN i % 29 = 8 THEN NULL WHEN i % 23 = 5 THEN i % 3 ELSE (i * 5 + i // 4) % (9 + (i * 7) % 24) END
FROM range(0, 620) AS numbers(i);
