-- An ordinary week: 90 devices, a dozen without a message, 700 messages that arrive out of order, restarts of the sequence, tombstones, copies.
INSERT INTO devices
SELECT 2000 + i, 'Device ' || (1 + i % 60)
FROM range(0, 90) AS numbers(i);

INSERT INTO state_messages
SELECT
    2000 + k * 7 % 83,
    CASE WHEN k % 61 = 8 THEN NULL ELSE TIMESTAMP '2025-08-04 00:00:00' + to_minutes(CAST(k * 4099 % 10080 // 15 * 15 AS BIGINT)) END,
    (k * 13 + k // 9) % 40,
    CASE WHEN k % 37 = 5 THEN NULL ELSE 'state ' || (k % 9) END,
    CASE WHEN k % 5 = 3 THEN NULL ELSE (k * 31) % 101 END,
    (k * 11 + k // 83) % 10 = 6
FROM (SELECT CASE WHEN i % 23 = 22 THEN i - 1 ELSE i END AS k FROM range(0, 700) AS numbers(i)) AS deliveries
WHERE k * 7 % 83 % 8 <> 5;
