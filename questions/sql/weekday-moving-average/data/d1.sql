-- A realistic quarter: 91 days, five marketplaces, 1,400 sales, more of them in the evening. Amounts are multiples of 4 cents.
INSERT INTO marketplaces
SELECT 200 + i, 'Marketplace ' || i
FROM range(1, 6) AS numbers(i);

INSERT INTO calendar
SELECT (DATE '2023-04-01' + i::INTEGER), i % 29 = 9
FROM range(0, 91) AS numbers(i);

INSERT INTO sales
SELECT 5000 + i,
    201 + (hash(i, 'marketplace') % 9 % 5)::INTEGER,
    TIMESTAMP '2023-04-01 00:00:00'
        + INTERVAL 1 DAY * (hash(i, 'day') % 91)::INTEGER
        + INTERVAL 1 SECOND * (hash(i, 'second') % 86400)::INTEGER,
    ((hash(i, 'cents') % 4000)::INTEGER + 25) * 0.04::DECIMAL(12, 2)
FROM range(0, 1400) AS numbers(i);
