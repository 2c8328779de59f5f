INSERT INTO wallets
SELECT
    i,
    'wallet ' || i,
    CASE WHEN i % 9 = 0 THEN NULL ELSE CAST((i * 31) % 500 AS DECIMAL(14, 2)) END
FROM range(1, {rows} // 40 + 2) AS numbers(i);

-- One entry in five belongs to wallet 1, a clearing wallet; the rest is spread evenly. Settlement runs book many entries at one instant.
INSERT INTO ledger_entries
SELECT
    i,
    CASE WHEN i % 5 = 0 THEN 1 ELSE 1 + (i * 7919) % ({rows} // 40 + 1) END,
    TIMESTAMP '2024-01-01 00:00:00' + to_seconds(CASE WHEN i % 3 = 0 THEN (i * 86400 // 1000) // 3600 * 3600 ELSE i * 86400 // 1000 END),
    CASE WHEN (i * 11 + i // 5) % 13 < 7 THEN 'out' ELSE 'in' END,
    CAST(1 + (i * 37) % 200 AS DECIMAL(14, 2)) + 0.45,
    CASE WHEN i % 17 = 3 THEN 'pending' WHEN i % 29 = 5 THEN 'declined' ELSE 'posted' END,
    CASE WHEN i % 41 = 7 THEN i - 7 END
FROM range({rows}) AS numbers(i);
