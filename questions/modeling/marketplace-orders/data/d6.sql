-- Orders with many lines and several sellers of the same category on the same day, every line delivered three times, several versions per seller.
INSERT INTO raw_sellers
SELECT
    version * 10 + seller,
    't' || seller,
    CASE WHEN (seller + version) % 2 = 0 THEN 'even' ELSE 'odd' END,
    (8 * (version + seller))::VARCHAR,
    strftime(DATE '2019-07-30' + (3 - version * 2)::INTEGER * seller::INTEGER, '%Y-%m-%d')
FROM range(0, 3) AS versions(version), range(1, 5) AS sellers(seller);

INSERT INTO raw_order_lines
SELECT
    row_number() OVER (ORDER BY copy, orders, line),
    'order' || orders,
    line::VARCHAR,
    't' || (1 + (orders + line + copy) % 5),
    strftime(DATE '2019-07-29' + (orders % 3)::INTEGER, '%Y-%m-%d'),
    CASE WHEN copy = 2 AND (orders + line) % 4 = 0 THEN '?' ELSE (1 + copy)::VARCHAR END,
    (line * 3 + orders)::VARCHAR || '.10',
    CASE (orders + line * copy) % 5 WHEN 0 THEN 'CANCELLED' WHEN 1 THEN 'shipped' ELSE 'placed' END
FROM range(0, 3) AS copies(copy), range(1, 5) AS numbers(orders), range(1, 6) AS lines(line);
