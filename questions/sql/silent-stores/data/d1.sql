-- An ordinary first quarter: 18 stores with four to six opening days, two regions, some late openings and closures, corrections and empty files.
INSERT INTO stores
SELECT
    200 + i,
    'Garden Centre ' || (i % 15),
    CASE WHEN i % 3 = 0 THEN 'lowlands' ELSE 'uplands' END,
    DATE '2024-12-02' + CAST((i * 37) % 90 AS INTEGER),
    CASE WHEN i % 6 = 5 THEN DATE '2025-02-27' + CAST(i AS INTEGER) END
FROM range(1, 19) AS numbers(i);

INSERT INTO opening_days
SELECT 200 + i, day
FROM range(1, 19) AS numbers(i)
CROSS JOIN range(1, 8) AS weekdays(day)
WHERE (day < 7 OR i % 4 = 1) AND day <> 1 + i % 5 AND (i % 3 > 0 OR day <> 2 + i % 4);

INSERT INTO holidays VALUES
    (DATE '2025-01-01', NULL, 'New Year'),
    (DATE '2025-01-06', 'uplands', 'Epiphany'),
    (DATE '2025-03-04', 'lowlands', 'Carnival'),
    (DATE '2025-03-05', 'lowlands', 'Day after carnival');

INSERT INTO sales_reports
SELECT
    5000 + i * 80 + d,
    200 + i,
    DATE '2024-12-28' + CAST(d AS INTEGER),
    CASE WHEN (i * 5 + d * 3) % 31 = 7 THEN NULL ELSE CAST(250 + (i * 97 + d * 53) % 900 AS DECIMAL(12, 2)) END
FROM range(1, 19) AS numbers(i)
CROSS JOIN range(0, 76) AS days(d)
WHERE (i * 11 + d * 7 + d // 9 + i * (d // 4)) % 13 > 1
  AND (d * 3 + i) % 7 <> 2 AND i <> 11;
