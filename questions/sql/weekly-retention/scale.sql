INSERT INTO accounts
SELECT
    i,
    TIMESTAMP '2023-01-02 00:00:00' + to_seconds((i * 104729) % 33264000),
    i % 200 = 0
FROM range(1, 1 + {rows} // 20) AS numbers(i);

INSERT INTO plays
SELECT
    i,
    CASE WHEN i % 4 = 0 THEN 1 + (i // 4) % 50 ELSE 1 + (i * 7919) % ({rows} // 20 + 100) END,
    TIMESTAMP '2023-01-02 00:00:00' + to_seconds((i * 15485863) % 33264000),
    CASE i % 12 WHEN 0 THEN NULL WHEN 1 THEN (i * 13) % 60 ELSE 60 + (i * 31) % 7000 END
FROM range({rows}) AS numbers(i);
