-- Two more months of deliveries: half correct, cancel or repeat lines of the first batch, some are of days before the first one.
INSERT INTO raw_sellers
SELECT
    i,
    'shop-' || (hash(i, 'shop') % 28),
    ['books', 'garden', 'toys', 'home', 'music', NULL][1 + (hash(i, 'category') % 6)::INTEGER],
    CASE WHEN hash(i, 'bad rate') % 12 = 0 THEN 'tbd' ELSE (((30 + hash(i, 'rate') % 120) * 16) / 100)::DECIMAL(5, 2)::VARCHAR END,
    strftime(DATE '2022-12-01' + (hash(i, 'from') % 240)::INTEGER, '%Y-%m-%d')
FROM range(41, 61) AS numbers(i);

INSERT INTO raw_order_lines
SELECT
    5000 + i,
    'order-' || (CASE WHEN hash(i, 'again') % 2 = 0 THEN (hash(i, 'which') % 420)::BIGINT ELSE i END // 3),
    (1 + (CASE WHEN hash(i, 'again') % 2 = 0 THEN (hash(i, 'which') % 420)::BIGINT ELSE i END % 3))::VARCHAR,
    CASE WHEN hash(i, 'no seller') % 70 = 0 THEN NULL ELSE 'shop-' || (hash(i, 'seller') % 29) END,
    CASE
        WHEN hash(i, 'bad day') % 40 = 0 THEN 'today'
        ELSE strftime(DATE '2022-12-15' + (hash(i // 3, 'day') % 250)::INTEGER, '%Y-%m-%d')
    END,
    CASE WHEN hash(i, 'no quantity') % 50 = 0 THEN '-1' ELSE (1 + hash(i, 'quantity') % 4)::VARCHAR END,
    CASE WHEN hash(i, 'no price') % 50 = 0 THEN '9,99' ELSE (1 + hash(i, 'euros') % 90)::VARCHAR || ['.99', '.49', '.5', ''][1 + (hash(i, 'cents') % 4)::INTEGER] END,
    ['placed', 'placed', 'Shipped', 'shipped ', 'cancelled', 'delivered', NULL, 'CANCELLED'][1 + (hash(i, 'status') % 8)::INTEGER]
FROM range(420, 570) AS numbers(i);
