INSERT INTO devices
SELECT i, 'Device ' || i
FROM range(0, {rows} // 50 + 1) AS numbers(i);

INSERT INTO state_messages
SELECT
    CASE WHEN k % 3 = 0 THEN k // 3 % ({rows} // 5000 + 1) ELSE k * 7 % ({rows} // 50 + 20) END,
    CASE WHEN k % 401 = 8 THEN NULL ELSE TIMESTAMP '2025-01-01 00:00:00' + to_seconds(CAST(k * 40013 % 2592000 AS BIGINT)) END,
    k,
    CASE WHEN k % 2 = 0 THEN 'on' ELSE 'off' END,
    CASE WHEN k % 5 = 3 THEN NULL ELSE k * 31 % 101 END,
    k % 150 = 77
FROM (
    SELECT CASE WHEN i % 20 = 19 THEN i - 1 ELSE i END AS k
    FROM range(0, {rows}) AS numbers(i)
) AS deliveries;
