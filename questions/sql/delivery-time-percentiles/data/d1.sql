-- A busy autumn: 14 zones, 640 deliveries with seconds, tests, parcels still on the way, clocks that went wrong, 90 cancellations.
INSERT INTO zones
SELECT 100 + i, 'District ' || i
FROM range(1, 15) AS numbers(i);

INSERT INTO deliveries
SELECT
    50000 + i,
    CASE WHEN i % 61 = 7 THEN NULL ELSE 101 + (i * 5 + i // 17) % 13 END,
    CASE WHEN i % 23 = 4 THEN TRUE WHEN i % 7 = 2 THEN NULL ELSE FALSE END,
    TIMESTAMP '2025-09-22 06:00:00' + to_seconds((i * 48271) % 5000000),
    CASE
        WHEN i % 37 = 9 THEN NULL
        WHEN i % 43 = 11 THEN TIMESTAMP '2025-09-22 05:59:21' + to_seconds((i * 48271) % 5000000 - (i % 5) * 400)
        ELSE TIMESTAMP '2025-09-22 06:00:00' + to_seconds((i * 48271) % 5000000 + 420 + (i * i * 13 + i * 97) % (1500 + 190 * ((i * 5 + i // 17) % 13)))
    END
FROM range(1, 641) AS numbers(i);

INSERT INTO cancellations
SELECT 7000 + i, 50000 + (i * 29) % 700, i % 3 = 0
FROM range(1, 91) AS numbers(i);
