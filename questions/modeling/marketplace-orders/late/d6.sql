-- Every line of two orders once more, one of them on another day; the fifth seller gets its record, the others a version in between.
INSERT INTO raw_sellers
SELECT
    30 + seller,
    't' || seller,
    CASE WHEN seller = 5 THEN 'odd' ELSE 'new' END,
    (16 * (1 + seller % 3))::VARCHAR,
    '2019-07-30'
FROM range(1, 6) AS sellers(seller);

INSERT INTO raw_order_lines
SELECT
    100 + row_number() OVER (ORDER BY orders, line),
    'order' || orders,
    line::VARCHAR,
    't' || (1 + (orders + line) % 5),
    strftime(DATE '2019-07-29' + orders::INTEGER, '%Y-%m-%d'),
    CASE WHEN (orders + line) % 5 = 0 THEN '?' ELSE '7' END,
    (line * 3 + orders)::VARCHAR || '.30',
    CASE WHEN line % 3 = 0 THEN 'cancelled' ELSE 'shipped' END
FROM unnest([1, 3]) AS numbers(orders), range(1, 6) AS lines(line);
