-- Append-only logs of deliveries. Winners, and the days for which a state or a price holds, are worked out when reading.

-- schema
CREATE TABLE event_delivery (
    delivery_id     BIGINT PRIMARY KEY,
    event_id        VARCHAR NOT NULL,
    subscription_id VARCHAR NOT NULL,
    customer_id     VARCHAR NOT NULL,
    kind            VARCHAR NOT NULL,
    plan_id         VARCHAR,
    effective_on    DATE NOT NULL
);

CREATE TABLE rejected_event_delivery (
    delivery_id     BIGINT PRIMARY KEY,
    reason          VARCHAR NOT NULL,
    event_id        VARCHAR,
    subscription_id VARCHAR,
    customer_id     VARCHAR,
    kind            VARCHAR,
    plan_id         VARCHAR,
    effective_on    VARCHAR
);

CREATE TABLE price_delivery (
    delivery_id BIGINT PRIMARY KEY,
    plan_id     VARCHAR NOT NULL,
    valid_from  DATE NOT NULL,
    price       DECIMAL(8, 2) NOT NULL,
    currency    VARCHAR NOT NULL
);

-- load
CREATE OR REPLACE TEMP TABLE checked_event AS
WITH parsed AS (
    SELECT
        *,
        TRIM(LOWER(kind)) AS clean_kind,
        CASE WHEN regexp_full_match(effective_on, '\d{4}-\d\d-\d\d') THEN CAST(try_strptime(effective_on, '%Y-%m-%d') AS DATE) END AS clean_date
    FROM raw_subscription_events
    WHERE delivery_id NOT IN (SELECT delivery_id FROM event_delivery UNION ALL SELECT delivery_id FROM rejected_event_delivery)
)
SELECT
    *,
    CASE
        WHEN event_id IS NULL OR subscription_id IS NULL OR customer_id IS NULL OR '' IN (event_id, subscription_id, customer_id)
            THEN 'missing id'
        WHEN clean_kind IS NULL OR NOT list_contains(['started', 'changed', 'cancelled'], clean_kind)
            THEN 'unknown kind'
        WHEN clean_date IS NULL
            THEN 'bad date'
        WHEN clean_kind IN ('started', 'changed') AND NULLIF(plan_id, '') IS NULL
            THEN 'missing plan'
    END AS reason
FROM parsed;

INSERT INTO rejected_event_delivery
SELECT delivery_id, reason, event_id, subscription_id, customer_id, kind, plan_id, effective_on
FROM checked_event
WHERE reason IS NOT NULL;

INSERT INTO event_delivery
SELECT delivery_id, event_id, subscription_id, customer_id, clean_kind, plan_id, clean_date
FROM checked_event
WHERE reason IS NULL;

INSERT INTO price_delivery
SELECT delivery_id, plan_id, valid_from, price, currency
FROM raw_plan_prices
WHERE delivery_id NOT IN (SELECT delivery_id FROM price_delivery);

-- views
CREATE VIEW event AS
SELECT *
FROM event_delivery
QUALIFY delivery_id = MAX(delivery_id) OVER (PARTITION BY event_id);

CREATE VIEW calendar AS
SELECT month, CAST(month + INTERVAL 1 MONTH AS DATE) AS next_month
FROM (
    SELECT CAST(UNNEST(range(
        DATE_TRUNC('month', MIN(effective_on)),
        DATE_TRUNC('month', MAX(effective_on)) + INTERVAL 1 DAY,
        INTERVAL 1 MONTH
    )) AS DATE) AS month
    FROM event
);

-- A state holds from its event to the day before the next one.
CREATE VIEW active_subscription AS
WITH state AS (
    SELECT
        subscription_id,
        customer_id,
        plan_id,
        kind,
        effective_on,
        LEAD(effective_on, 1, DATE '9999-12-31') OVER (PARTITION BY subscription_id ORDER BY effective_on) AS ended_on
    FROM event
)
SELECT c.month, c.next_month, s.subscription_id, s.customer_id, s.plan_id
FROM calendar AS c
JOIN state AS s
    ON s.effective_on < c.next_month AND s.ended_on >= c.next_month
WHERE s.kind <> 'cancelled';

CREATE VIEW price AS
WITH current_row AS (
    SELECT *
    FROM price_delivery
    WHERE currency = 'EUR'
    QUALIFY delivery_id = MAX(delivery_id) OVER (PARTITION BY plan_id, valid_from)
)
SELECT
    plan_id,
    price,
    valid_from,
    delivery_id
FROM current_row;

CREATE VIEW v_monthly_plan AS
SELECT
    a.month,
    a.plan_id,
    COUNT(DISTINCT a.customer_id) AS subscribers,
    COUNT(*) AS subscriptions,
    SUM(COALESCE(p.price, 0)) AS mrr_eur,
    COUNT(*) FILTER (p.price IS NULL) AS unpriced
FROM active_subscription AS a
LEFT JOIN LATERAL (
    SELECT ARG_MAX(d.price, d.delivery_id) AS price
    FROM price AS d
    WHERE d.plan_id = a.plan_id AND d.valid_from < a.next_month
) AS p ON TRUE
GROUP BY a.month, a.plan_id;

CREATE VIEW v_monthly_movement AS
SELECT
    c.month,
    (SELECT COUNT(*) FROM active_subscription AS a WHERE a.month = c.month) AS active,
    (
        SELECT COUNT(*)
        FROM active_subscription AS a
        WHERE a.month = c.month
          AND NOT EXISTS (SELECT 1 FROM active_subscription AS p WHERE p.next_month = a.month AND p.subscription_id = a.subscription_id)
    ) AS joined,
    (
        SELECT COUNT(*)
        FROM active_subscription AS p
        WHERE p.next_month = c.month
          AND NOT EXISTS (SELECT 1 FROM active_subscription AS a WHERE a.month = p.next_month AND a.subscription_id = p.subscription_id)
    ) AS lost
FROM calendar AS c;

CREATE VIEW v_quarantine AS
SELECT reason, COUNT(*) AS deliveries
FROM rejected_event_delivery
GROUP BY reason;
