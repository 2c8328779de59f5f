INSERT INTO messages
SELECT
    i,
    CASE WHEN i % 10 = 0 THEN 0 ELSE 1 + i % ({rows} // 300 + 1) END,
    CASE
        WHEN i % 499 = 7 THEN NULL
        ELSE TIMESTAMP '2025-01-01 00:00:00'
            + CASE WHEN i % 10 = 0 THEN to_seconds(i // 10 * 6) ELSE to_minutes(i // ({rows} // 300 + 1) * 20) END
    END,
    TIMESTAMP '2025-01-01 00:00:04'
        + CASE WHEN i % 10 = 0 THEN to_seconds(i // 10 * 6) ELSE to_minutes(i // ({rows} // 300 + 1) * 20) END
        + to_minutes(CASE WHEN (i * 7) % 19 = 4 THEN (i * 37) % 600 ELSE 0 END),
    CASE WHEN i % 211 = 17 THEN NULL ELSE CAST(100 + (i * 131) % 1900 AS DECIMAL(9, 3)) / 1000 END
FROM range(0, {rows} - {rows} // 12) AS numbers(i);

INSERT INTO messages
SELECT
    {rows} - {rows} // 12 + j,
    CASE WHEN j * 11 % 10 = 0 THEN 0 ELSE 1 + j * 11 % ({rows} // 300 + 1) END,
    TIMESTAMP '2025-01-01 00:00:00'
        + CASE WHEN j * 11 % 10 = 0 THEN to_seconds(j * 11 // 10 * 6) ELSE to_minutes(j * 11 // ({rows} // 300 + 1) * 20) END,
    TIMESTAMP '2025-01-01 00:00:40'
        + CASE WHEN j * 11 % 10 = 0 THEN to_seconds(j * 11 // 10 * 6) ELSE to_minutes(j * 11 // ({rows} // 300 + 1) * 20) END
        + to_minutes((j * 29) % 240),
    CASE WHEN j % 7 = 5 THEN NULL ELSE CAST(100 + (j * 53) % 1900 AS DECIMAL(9, 3)) / 1000 END
FROM range(0, {rows} // 12) AS numbers(j);
