INSERT INTO depots
SELECT i, 'Depot ' || i
FROM range(1, 401) AS numbers(i);

INSERT INTO carrier_contracts
SELECT i, CASE WHEN i % 50 = 0 THEN NULL ELSE 'CAR-' || (i % 40) END
FROM range(1, 201) AS numbers(i);

-- Half of all shipments go with one carrier; one tracking number in a hundred is used again, and one placeholder number for one row in two hundred.
INSERT INTO shipments
SELECT
    i,
    i % 61 = 7,
    CASE WHEN i % 97 = 4 THEN NULL WHEN i % 211 = 9 THEN '' WHEN i % 2 = 0 THEN 'CAR-1' ELSE 'CAR-' || ((i * 7) % 43) END,
    CASE WHEN i % 151 = 8 THEN NULL WHEN i % 200 = 11 THEN 'UNKNOWN' WHEN i % 100 = 37 THEN 'P' || (i - 1) ELSE 'P' || i END,
    CASE WHEN i % 131 = 5 THEN NULL WHEN i % 307 = 6 THEN 0 WHEN i % 503 = 2 THEN 1400 ELSE CAST(1 + (i * 29) % 900 AS DECIMAL(9, 3)) END,
    CASE WHEN i % 401 = 10 THEN NULL WHEN i % 173 = 1 THEN 999 ELSE 1 + (i * 13) % 400 END,
    CASE WHEN i % 89 = 13 THEN NULL ELSE TIMESTAMP '2024-01-01 05:00:00' + to_minutes((i * 997) % 520000) END,
    CASE WHEN i % 8 = 2 THEN NULL ELSE TIMESTAMP '2024-01-01 05:00:00' + to_minutes((i * 997) % 520000 + (i * 311) % 7000 - CASE WHEN i % 119 = 6 THEN 7100 ELSE 0 END) END
FROM range({rows}) AS numbers(i);
