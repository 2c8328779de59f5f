-- Two years in twenty marketplaces, one of which takes every second sale.
INSERT INTO marketplaces
SELECT m, 'Marketplace ' || m
FROM range(1, 21) AS numbers(m);

INSERT INTO calendar
SELECT DATE '2023-01-02' + d::INTEGER, d % 31 = 9
FROM range(0, 728) AS numbers(d);

INSERT INTO sales
SELECT
    s,
    CASE WHEN s % 2 = 0 THEN 1 WHEN s % 101 = 1 THEN NULL ELSE 2 + (s * 31) % 19 END,
    TIMESTAMP '2023-01-02 00:00:00' + to_seconds((s * 79193) % 62899200),
    CASE WHEN s % 50 = 9 THEN NULL WHEN s % 20 = 3 THEN -4.20 ELSE (s * 37 % 20000 + 25) * 0.04::DECIMAL(12, 2) END
FROM range(0, {rows}) AS numbers(s);
