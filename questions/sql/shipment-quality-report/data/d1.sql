-- An ordinary month of 640 shipments with a sprinkling of every fault, test shipments, and carriers with several contracts.
INSERT INTO depots
SELECT 10 + i, 'Depot ' || i
FROM range(1, 26) AS numbers(i);

INSERT INTO carrier_contracts
SELECT 700 + i, CASE WHEN i < 12 THEN 'CAR-' || (i % 7) END
FROM range(1, 13) AS numbers(i);

INSERT INTO shipments
SELECT
    50000 + i,
    i % 23 = 7,
    CASE WHEN i % 31 = 4 THEN NULL WHEN i % 47 = 9 THEN '' WHEN i % 61 = 12 THEN 'CAR-8' ELSE 'CAR-' || ((i * 5 + i // 7) % 7) END,
    CASE WHEN i % 53 = 8 THEN NULL WHEN i % 59 = 3 THEN ' ' ELSE 'P' || (900000 + ((i - CASE WHEN i % 40 = 17 THEN 1 ELSE 0 END) * 7) % 4507) END,
    CASE WHEN i % 37 = 11 THEN NULL WHEN i % 71 = 5 THEN -1 WHEN i % 73 = 6 THEN 0 WHEN i % 67 = 2 THEN 1250.5 ELSE CAST(1 + (i * 29) % 900 AS DECIMAL(9, 3)) + 0.125 END,
    CASE WHEN i % 43 = 10 THEN NULL WHEN i % 41 = 1 THEN 99 ELSE 11 + (i * 3 + i // 11) % 25 END,
    CASE WHEN i % 29 = 13 THEN NULL ELSE TIMESTAMP '2024-11-01 05:00:00' + to_minutes((i * 997) % 43000) END,
    CASE WHEN i % 9 = 2 THEN NULL ELSE TIMESTAMP '2024-11-01 05:00:00' + to_minutes((i * 997) % 43000 + (i * 311) % 5000 - CASE WHEN i % 19 = 6 THEN 5100 ELSE 0 END) END
FROM range(1, 641) AS numbers(i);
