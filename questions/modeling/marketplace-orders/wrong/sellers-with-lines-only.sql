-- schema
-- Grain: one row per line of an order, as it stands now. seller_id stays as delivered, because a seller may arrive after its first order.
CREATE TABLE fact_order_line (
    order_id         VARCHAR NOT NULL,
    line_no          VARCHAR NOT NULL,
    seller_id        VARCHAR NOT NULL,
    ordered_on       DATE NOT NULL,
    quantity         INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    unit_price       DECIMAL(7, 2) NOT NULL CHECK (unit_price BETWEEN 0 AND 99999.99),
    is_cancelled     BOOLEAN NOT NULL,
    last_delivery_id BIGINT NOT NULL,
    PRIMARY KEY (order_id, line_no)
);

-- Grain: one row per seller, as it stands now.
CREATE TABLE dim_seller (
    seller_id        VARCHAR PRIMARY KEY,
    category         VARCHAR NOT NULL,
    commission_pct   DECIMAL(5, 2) NOT NULL CHECK (commission_pct BETWEEN 0 AND 100),
    valid_from       DATE NOT NULL,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per bad delivery, as it came.
CREATE TABLE quarantined_delivery (
    source      VARCHAR NOT NULL,
    delivery_id BIGINT NOT NULL,
    reason      VARCHAR NOT NULL,
    delivered   VARCHAR NOT NULL,
    PRIMARY KEY (source, delivery_id)
);

-- load
INSERT INTO quarantined_delivery
WITH checked_lines AS (
    SELECT
        *,
        CASE
            WHEN COALESCE(order_id, '') = '' OR COALESCE(line_no, '') = '' OR COALESCE(seller_id, '') = '' THEN 'missing id'
            WHEN NOT COALESCE(regexp_full_match(ordered_on, '[0-9]{4}-[0-9]{2}-[0-9]{2}'), FALSE) THEN 'bad date'
            WHEN TRY_CAST(ordered_on AS DATE) IS NULL THEN 'bad date'
            WHEN NOT COALESCE(regexp_full_match(quantity, '[0-9]+'), FALSE) THEN 'bad quantity'
            WHEN NOT COALESCE(TRY_CAST(quantity AS BIGINT) BETWEEN 1 AND 1000, FALSE) THEN 'bad quantity'
            WHEN NOT COALESCE(regexp_full_match(unit_price, '[0-9]+([.][0-9]{1,2})?'), FALSE) THEN 'bad price'
            WHEN TRY_CAST(unit_price AS DECIMAL(7, 2)) IS NULL THEN 'bad price'
        END AS reason
    FROM raw_order_lines
)
SELECT 'line', delivery_id, reason, CAST((order_id, line_no, seller_id, ordered_on, quantity, unit_price, status) AS VARCHAR)
FROM checked_lines
WHERE reason IS NOT NULL
ON CONFLICT (source, delivery_id) DO NOTHING;

INSERT INTO quarantined_delivery
WITH checked_sellers AS (
    SELECT
        *,
        CASE
            WHEN COALESCE(seller_id, '') = '' THEN 'missing id'
            WHEN NOT COALESCE(regexp_full_match(valid_from, '[0-9]{4}-[0-9]{2}-[0-9]{2}'), FALSE) THEN 'bad date'
            WHEN TRY_CAST(valid_from AS DATE) IS NULL THEN 'bad date'
            WHEN NOT COALESCE(regexp_full_match(commission_pct, '[0-9]+([.][0-9]{1,2})?'), FALSE) THEN 'bad rate'
            WHEN NOT COALESCE(TRY_CAST(commission_pct AS DECIMAL(9, 2)) <= 100, FALSE) THEN 'bad rate'
        END AS reason
    FROM raw_sellers
)
SELECT 'seller', delivery_id, reason, CAST((seller_id, category, commission_pct, valid_from) AS VARCHAR)
FROM checked_sellers
WHERE reason IS NOT NULL
ON CONFLICT (source, delivery_id) DO NOTHING;

INSERT INTO dim_seller
SELECT
    seller_id,
    COALESCE(NULLIF(category, ''), 'unknown') AS category,
    CAST(commission_pct AS DECIMAL(5, 2)) AS commission_pct,
    CAST(valid_from AS DATE) AS valid_from,
    delivery_id
FROM raw_sellers AS delivered
WHERE NOT EXISTS (
    SELECT 1
    FROM quarantined_delivery AS bad
    WHERE bad.source = 'seller'
    AND bad.delivery_id = delivered.delivery_id
)
QUALIFY ROW_NUMBER() OVER (PARTITION BY seller_id ORDER BY CAST(valid_from AS DATE) DESC, delivery_id DESC) = 1
ON CONFLICT (seller_id) DO UPDATE SET
    category = excluded.category,
    commission_pct = excluded.commission_pct,
    valid_from = excluded.valid_from,
    last_delivery_id = excluded.last_delivery_id
WHERE (excluded.valid_from, excluded.last_delivery_id) > (dim_seller.valid_from, dim_seller.last_delivery_id);

INSERT INTO fact_order_line
SELECT
    order_id,
    line_no,
    seller_id,
    CAST(ordered_on AS DATE) AS ordered_on,
    CAST(quantity AS INTEGER) AS quantity,
    CAST(unit_price AS DECIMAL(7, 2)) AS unit_price,
    COALESCE(LOWER(TRIM(status)) = 'cancelled', FALSE) AS is_cancelled,
    delivery_id
FROM raw_order_lines AS delivered
WHERE NOT EXISTS (
    SELECT 1
    FROM quarantined_delivery AS bad
    WHERE bad.source = 'line'
    AND bad.delivery_id = delivered.delivery_id
)
QUALIFY ROW_NUMBER() OVER (PARTITION BY order_id, line_no ORDER BY delivery_id DESC) = 1
ON CONFLICT (order_id, line_no) DO UPDATE SET
    seller_id = excluded.seller_id,
    ordered_on = excluded.ordered_on,
    quantity = excluded.quantity,
    unit_price = excluded.unit_price,
    is_cancelled = excluded.is_cancelled,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id > fact_order_line.last_delivery_id;

-- views
CREATE VIEW line_of_seller AS
SELECT
    line.order_id,
    line.seller_id,
    line.ordered_on,
    line.is_cancelled,
    COALESCE(seller.category, 'unknown') AS category,
    line.quantity * line.unit_price AS value_eur,
    line.quantity * line.unit_price * COALESCE(seller.commission_pct, 0) AS commission_cents
FROM fact_order_line AS line
LEFT JOIN dim_seller AS seller
    ON seller.seller_id = line.seller_id;

CREATE VIEW v_daily_category AS
SELECT
    ordered_on AS day,
    category,
    COUNT(DISTINCT order_id) FILTER (WHERE NOT is_cancelled) AS orders,
    COUNT(*) FILTER (WHERE is_cancelled) AS cancelled_lines,
    COALESCE(SUM(value_eur) FILTER (WHERE NOT is_cancelled), 0) AS gmv_eur,
    COALESCE(ROUND(SUM(commission_cents) FILTER (WHERE NOT is_cancelled) / 100, 2), 0) AS commission_eur
FROM line_of_seller
GROUP BY ordered_on, category;

CREATE VIEW v_seller_totals AS
WITH sales AS (
    SELECT
        seller_id,
        COUNT(*) FILTER (WHERE NOT is_cancelled) AS lines,
        SUM(value_eur) FILTER (WHERE NOT is_cancelled) AS gmv_eur,
        SUM(commission_cents) FILTER (WHERE NOT is_cancelled) AS commission_cents,
        MIN(ordered_on) FILTER (WHERE NOT is_cancelled) AS first_day
    FROM line_of_seller
    GROUP BY seller_id
)

SELECT
    COALESCE(seller.seller_id, sales.seller_id) AS seller_id,
    COALESCE(seller.category, 'unknown') AS category,
    COALESCE(sales.lines, 0) AS lines,
    COALESCE(sales.gmv_eur, 0) AS gmv_eur,
    COALESCE(ROUND(sales.commission_cents / 100, 2), 0) AS commission_eur,
    sales.first_day
FROM sales
LEFT JOIN dim_seller AS seller
    ON seller.seller_id = sales.seller_id;

CREATE VIEW v_quarantine AS
SELECT
    source,
    reason,
    COUNT(*) AS deliveries
FROM quarantined_delivery
GROUP BY source, reason;
