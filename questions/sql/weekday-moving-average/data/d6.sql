-- Many sales per marketplace and day, at equal hours in all of them; marketplaces share names; the year turns inside the period.
INSERT INTO marketplaces VALUES
    (5003, 'Twin'),
    (40024, 'Twin'),
    (135081, 'Twin'),
    (320192, 'Solo');

INSERT INTO calendar
SELECT (DATE '2018-12-21' + i::INTEGER), i IN (4, 5, 11)
FROM range(0, 21) AS numbers(i)
ORDER BY i * 8 % 21;

INSERT INTO sales
SELECT 1 + row_number() OVER (ORDER BY m, d, n),
    m * m * m * 5003,
    TIMESTAMP '2018-12-21 09:00:00' + INTERVAL 1 DAY * d::INTEGER + INTERVAL 1 HOUR * n::INTEGER,
    (((d * 7 + m * 3 + n) % 11 + 1) * 4.44)::DECIMAL(12, 2)
FROM range(1, 5) AS marketplace(m), range(0, 21) AS days(d), range(0, 4) AS copies(n)
WHERE n <= (d + m) % 4
  AND NOT (m = 4 AND d BETWEEN 3 AND 6);
