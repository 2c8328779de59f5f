-- Ten weeks around May 2024: 8 cities (two share a name), 55 couriers (some share a name), 790 deliveries, some late, some never made.
INSERT INTO cities
SELECT 500 + i, 'Town ' || (1 + i % 7)
FROM range(1, 9) AS numbers(i);

INSERT INTO couriers
SELECT 3000 + i, 'Rider ' || (i % 49), CASE WHEN i % 13 = 5 THEN NULL ELSE 501 + (i * 3 + i // 8) % 8 END
FROM range(1, 56) AS numbers(i);

INSERT INTO deliveries
SELECT
    80000 + i,
    CASE WHEN i % 61 = 9 THEN NULL ELSE 501 + (i * 7 + i * i * 3 + i // 19) % 9 END,
    CASE WHEN i % 59 = 4 THEN NULL ELSE 3001 + ((i * 7 + i * i * 3 + i // 19) % 9 * 5 + (i * i * 7 + i // 3) % 11) % 58 END,
    TIMESTAMP '2024-04-12 08:00:00' + to_minutes((i * 7919 + i * i * 613) % 97000),
    CASE
        WHEN i % 17 = 3 THEN NULL
        ELSE TIMESTAMP '2024-04-12 08:00:00' + to_minutes((i * 7919 + i * i * 613) % 97000 + 12 - (i * 11 + i // 5) % 40)
    END
FROM range(1, 791) AS numbers(i);
