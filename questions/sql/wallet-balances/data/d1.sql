-- Half a year of 40 wallets and 640 entries: one entry in nine pending, one in thirteen declined, some reversals, many entries at full minutes.
INSERT INTO wallets
SELECT
    400 + i,
    'wallet ' || (i % 31),
    CASE WHEN i % 8 = 3 THEN NULL ELSE CAST((i * 37) % 160 AS DECIMAL(14, 2)) END
FROM range(1, 41) AS numbers(i);

INSERT INTO ledger_entries
SELECT
    70000 + (i * 389) % 641,
    401 + (i * i * 3 + i * 7) % 38,
    TIMESTAMP '2023-07-01 06:00:00' + to_hours((i * 577 + i * i * 13) % 4300),
    CASE WHEN (i * 5 + i // 7) % 11 < 6 THEN 'out' ELSE 'in' END,
    CAST(5 + (i * 29 + i // 3) % 70 AS DECIMAL(14, 2)) + 0.25,
    CASE WHEN i % 9 = 4 THEN 'pending' WHEN i % 13 = 6 THEN 'declined' ELSE 'posted' END,
    CASE WHEN i % 17 = 2 THEN 70000 + (i * 389 + 40) % 641 END
FROM range(1, 641) AS numbers(i);
