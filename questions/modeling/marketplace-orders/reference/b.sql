-- The tables are logs of checked deliveries, and winners are picked when reading. Deliveries never change and are added once by their number,
-- so a load that dies or runs again leaves no trace, and a seller that comes late finds the lines that waited for it.

-- schema
CREATE TABLE good_line_delivery (
    delivery_id BIGINT PRIMARY KEY,
    order_id    VARCHAR NOT NULL,
    line_no     VARCHAR NOT NULL,
    seller_id   VARCHAR NOT NULL,
    ordered_on  DATE NOT NULL,
    quantity    INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    unit_price  DECIMAL(7, 2) NOT NULL CHECK (unit_price >= 0),
    status      VARCHAR NOT NULL
);

CREATE TABLE good_seller_delivery (
    delivery_id    BIGINT PRIMARY KEY,
    seller_id      VARCHAR NOT NULL,
    category       VARCHAR NOT NULL,
    commission_pct DECIMAL(5, 2) NOT NULL CHECK (commission_pct BETWEEN 0 AND 100),
    valid_from     DATE NOT NULL
);

CREATE TABLE bad_line_delivery (
    delivery_id BIGINT PRIMARY KEY,
    reason      VARCHAR NOT NULL CHECK (reason IN ('missing id', 'bad date', 'bad quantity', 'bad price')),
    order_id    VARCHAR,
    line_no     VARCHAR,
    seller_id   VARCHAR,
    ordered_on  VARCHAR,
    quantity    VARCHAR,
    unit_price  VARCHAR,
    status      VARCHAR
);

CREATE TABLE bad_seller_delivery (
    delivery_id    BIGINT PRIMARY KEY,
    reason         VARCHAR NOT NULL CHECK (reason IN ('missing id', 'bad date', 'bad rate')),
    seller_id      VARCHAR,
    category       VARCHAR,
    commission_pct VARCHAR,
    valid_from     VARCHAR
);

-- load
CREATE OR REPLACE TEMP MACRO is_date(given) AS
    COALESCE(regexp_full_match(given, '\d{4}-\d{2}-\d{2}') AND try_strptime(given, '%Y-%m-%d') IS NOT NULL, FALSE);

CREATE OR REPLACE TEMP MACRO is_number_to(given, most) AS
    COALESCE(regexp_full_match(given, '\d+(\.\d{1,2})?') AND TRY_CAST(given AS DECIMAL(38, 2)) <= most, FALSE);

INSERT INTO bad_line_delivery
SELECT delivery_id, reason, order_id, line_no, seller_id, ordered_on, quantity, unit_price, status
FROM (
    SELECT
        *,
        CASE
            WHEN LEAST(LENGTH(COALESCE(order_id, '')), LENGTH(COALESCE(line_no, '')), LENGTH(COALESCE(seller_id, ''))) = 0 THEN 'missing id'
            WHEN NOT is_date(ordered_on) THEN 'bad date'
            WHEN CONTAINS(COALESCE(quantity, '.'), '.') OR NOT is_number_to(quantity, 1000) THEN 'bad quantity'
            WHEN TRY_CAST(quantity AS DECIMAL(38, 2)) < 1 THEN 'bad quantity'
            WHEN NOT is_number_to(unit_price, 99999.99) THEN 'bad price'
        END AS reason
    FROM raw_order_lines
)
WHERE reason IS NOT NULL
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO good_line_delivery
SELECT
    delivery_id,
    order_id,
    line_no,
    seller_id,
    CAST(try_strptime(ordered_on, '%Y-%m-%d') AS DATE),
    TRY_CAST(quantity AS INTEGER),
    TRY_CAST(unit_price AS DECIMAL(7, 2)),
    LOWER(TRIM(COALESCE(status, '')))
FROM raw_order_lines
ANTI JOIN bad_line_delivery USING (delivery_id)
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO bad_seller_delivery
SELECT delivery_id, reason, seller_id, category, commission_pct, valid_from
FROM (
    SELECT
        *,
        CASE
            WHEN seller_id IS NULL OR seller_id = '' THEN 'missing id'
            WHEN NOT is_date(valid_from) THEN 'bad date'
            WHEN NOT is_number_to(commission_pct, 100) THEN 'bad rate'
        END AS reason
    FROM raw_sellers
)
WHERE reason IS NOT NULL
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO good_seller_delivery
SELECT
    delivery_id,
    seller_id,
    CASE WHEN category <> '' THEN category ELSE 'unknown' END,
    TRY_CAST(commission_pct AS DECIMAL(5, 2)),
    CAST(try_strptime(valid_from, '%Y-%m-%d') AS DATE)
FROM raw_sellers
ANTI JOIN bad_seller_delivery USING (delivery_id)
ON CONFLICT (delivery_id) DO NOTHING;

-- views
CREATE VIEW seller_now AS
SELECT *
FROM good_seller_delivery
QUALIFY ROW_NUMBER() OVER (PARTITION BY seller_id ORDER BY valid_from DESC, delivery_id DESC) = 1;

CREATE VIEW priced_line AS
WITH line_now AS (
    SELECT *
    FROM good_line_delivery
    QUALIFY ROW_NUMBER() OVER (PARTITION BY order_id, line_no ORDER BY delivery_id DESC) = 1
)
SELECT
    l.order_id,
    l.seller_id,
    l.ordered_on,
    l.status = 'cancelled' AS is_cancelled,
    COALESCE(s.category, 'unknown') AS category,
    CASE WHEN l.status = 'cancelled' THEN 0 ELSE l.quantity * l.unit_price END AS sold_eur,
    COALESCE(s.commission_pct, 0) AS pct
FROM line_now AS l
LEFT JOIN seller_now AS s ON s.seller_id = l.seller_id;

CREATE VIEW v_daily_category AS
SELECT
    ordered_on AS day,
    category,
    COUNT(DISTINCT CASE WHEN NOT is_cancelled THEN order_id END) AS orders,
    COUNT(CASE WHEN is_cancelled THEN 1 END) AS cancelled_lines,
    SUM(sold_eur) AS gmv_eur,
    ROUND(SUM(sold_eur * pct) / 100, 2) AS commission_eur
FROM priced_line
GROUP BY ordered_on, category;

CREATE VIEW v_seller_totals AS
WITH sellers AS (
    SELECT seller_id FROM seller_now
    UNION
    SELECT seller_id FROM priced_line
)
SELECT
    sellers.seller_id,
    COALESCE(MAX(s.category), 'unknown') AS category,
    COUNT(p.seller_id) AS lines,
    COALESCE(SUM(p.sold_eur), 0) AS gmv_eur,
    COALESCE(ROUND(SUM(p.sold_eur * p.pct) / 100, 2), 0) AS commission_eur,
    MIN(p.ordered_on) AS first_day
FROM sellers
LEFT JOIN seller_now AS s ON s.seller_id = sellers.seller_id
LEFT JOIN priced_line AS p ON p.seller_id = sellers.seller_id AND NOT p.is_cancelled
GROUP BY sellers.seller_id;

CREATE VIEW v_quarantine AS
SELECT source, reason, COUNT(*) AS deliveries
FROM (
    SELECT 'line' AS source, reason FROM bad_line_delivery
    UNION ALL
    SELECT 'seller' AS source, reason FROM bad_seller_delivery
)
GROUP BY source, reason;
