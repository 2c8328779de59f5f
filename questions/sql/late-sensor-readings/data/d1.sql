-- Two days of 12 meters with a reading every 20 minutes; some arrive late, some are corrected or withdrawn, some meters have no clock for a while.
INSERT INTO messages
SELECT
    20000 + i,
    310 + i % 12,
    CASE WHEN i % 83 = 11 THEN NULL ELSE TIMESTAMP '2025-05-12 00:03:00' + to_minutes(i // 12 * 20 + i % 12) END,
    TIMESTAMP '2025-05-12 00:03:05' + to_minutes(
        i // 12 * 20 + i % 12 + CASE WHEN (i * 7 + i // 31) % 13 = 4 THEN 20 + (i * 37) % 170 ELSE 0 END
    ),
    CASE WHEN i % 89 = 17 THEN NULL ELSE CAST(100 + (i * 131 + i * i) % 900 AS DECIMAL(9, 3)) / 1000 END
FROM range(0, 600) AS numbers(i);

INSERT INTO messages
SELECT
    CASE WHEN j % 3 = 0 THEN 10000 + j ELSE 30000 + j END,
    310 + j * 17 % 12,
    TIMESTAMP '2025-05-12 00:03:00' + to_minutes(j * 17 // 12 * 20 + j * 17 % 12),
    TIMESTAMP '2025-05-12 00:03:40' + to_minutes(j * 17 // 12 * 20 + j * 17 % 12 + (j * 29) % 140),
    CASE WHEN j % 6 = 5 THEN NULL ELSE CAST(90 + (j * 53) % 800 AS DECIMAL(9, 3)) / 1000 END
FROM range(0, 34) AS numbers(j);
