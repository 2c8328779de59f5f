-- Ten weeks of signups up to January 2024 and twelve of plays: 110 accounts, a few internal, 620 plays, some too short or without a length.
INSERT INTO accounts
SELECT
    1000 + i,
    TIMESTAMP '2023-11-13 00:00:00' + to_minutes((i * 7919 + i * i * 613) % 100800),
    i % 19 = 4
FROM range(1, 111) AS numbers(i);

INSERT INTO plays
SELECT
    50000 + i,
    CASE WHEN i % 43 = 8 THEN NULL ELSE 1001 + (i * 37 + i * i * 11 + i // 7) % 116 END,
    TIMESTAMP '2023-11-13 00:00:00' + to_minutes((i * 104729 + i * i * 7919) % 120960),
    CASE i % 9
        WHEN 0 THEN 15
        WHEN 1 THEN NULL
        WHEN 2 THEN 60
        ELSE 300 + (i * 53) % 5000
    END
FROM range(1, 621) AS numbers(i);
