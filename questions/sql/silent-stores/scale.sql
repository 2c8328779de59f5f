INSERT INTO stores
SELECT
    i,
    'Store ' || i,
    'region ' || (i % 12),
    DATE '2024-10-01' + CAST((i * 7) % 100 AS INTEGER),
    CASE WHEN i % 23 = 4 THEN DATE '2025-02-20' + CAST(i % 30 AS INTEGER) END
FROM range(1, {rows} // 60 + 2) AS numbers(i);

INSERT INTO opening_days
SELECT i, weekday
FROM range(1, {rows} // 60 + 2) AS numbers(i)
CROSS JOIN range(1, 8) AS weekdays(weekday)
WHERE weekday < 6 OR (weekday = 6 AND i % 5 > 0) OR (weekday = 7 AND i % 9 = 0);

INSERT INTO holidays VALUES
    (DATE '2025-01-01', NULL, 'New Year'),
    (DATE '2025-01-06', 'region 3', 'Epiphany'),
    (DATE '2025-03-03', 'region 5', 'Carnival'),
    (DATE '2025-03-03', NULL, 'Spring day');

-- Four fifths are ordinary files; the last fifth comes from one store in fifty, which sends its whole history over and over.
-- One store in a hundred never reports.
INSERT INTO sales_reports
SELECT
    i,
    CASE
        WHEN i % 5 = 0 THEN 1 + ((i * 7) % ({rows} // 3000 + 1)) * 50
        WHEN (i % ({rows} // 60 + 1)) % 100 = 98 THEN 1
        ELSE 1 + i % ({rows} // 60 + 1)
    END,
    DATE '2025-01-01' + CAST((i // ({rows} // 60 + 1) + (i * 13) % 17 // 12) % 72 AS INTEGER),
    CASE WHEN i % 211 = 0 THEN NULL ELSE CAST(200 + (i * 37) % 4000 AS DECIMAL(12, 2)) END
FROM range({rows}) AS numbers(i);
