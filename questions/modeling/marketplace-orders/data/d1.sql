-- Realistic: 25 sellers in 6 categories, half a year, orders of up to three lines; one delivery in five repeats, corrects or cancels a line.
INSERT INTO raw_sellers
SELECT
    i,
    'shop-' || (hash(i, 'shop') % 25),
    ['books', 'garden', 'toys', 'home', 'music', ''][1 + (hash(i, 'category') % 6)::INTEGER],
    CASE WHEN hash(i, 'bad rate') % 12 = 0 THEN 'tbd' ELSE (((30 + hash(i, 'rate') % 120) * 16) / 100)::DECIMAL(5, 2)::VARCHAR END,
    strftime(DATE '2023-01-01' + (hash(i, 'from') % 170)::INTEGER, '%Y-%m-%d')
FROM range(1, 41) AS numbers(i);

INSERT INTO raw_order_lines
SELECT
    5000 + i,
    'order-' || (CASE WHEN hash(i, 'again') % 5 = 0 THEN i // 2 ELSE i END // 3),
    (1 + (CASE WHEN hash(i, 'again') % 5 = 0 THEN i // 2 ELSE i END % 3))::VARCHAR,
    CASE WHEN hash(i, 'no seller') % 70 = 0 THEN '' ELSE 'shop-' || (hash(i, 'seller') % 27) END,
    CASE
        WHEN hash(i, 'bad day') % 60 = 0 THEN 'today'
        ELSE strftime(DATE '2023-01-01' + (hash(i // 3, 'day') % 180)::INTEGER, '%Y-%m-%d')
    END,
    CASE WHEN hash(i, 'no quantity') % 70 = 0 THEN '-1' ELSE (1 + hash(i, 'quantity') % 4)::VARCHAR END,
    CASE WHEN hash(i, 'no price') % 70 = 0 THEN '9,99' ELSE (1 + hash(i, 'euros') % 90)::VARCHAR || ['.99', '.49', '.5', ''][1 + (hash(i, 'cents') % 4)::INTEGER] END,
    ['placed', 'placed', 'Shipped', 'shipped ', 'cancelled', 'delivered', NULL, 'CANCELLED'][1 + (hash(i, 'status') % 8)::INTEGER]
FROM range(0, 420) AS numbers(i);
