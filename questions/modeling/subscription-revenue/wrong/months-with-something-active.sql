-- schema
-- Grain: one row per event of a subscription.
CREATE TABLE subscription_event (
    event_id         VARCHAR PRIMARY KEY,
    subscription_id  VARCHAR NOT NULL,
    customer_id      VARCHAR NOT NULL,
    kind             VARCHAR NOT NULL CHECK (kind IN ('started', 'changed', 'cancelled')),
    plan_id          VARCHAR,
    effective_on     DATE NOT NULL,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per plan and first day of a price.
CREATE TABLE plan_price (
    plan_id          VARCHAR NOT NULL,
    valid_from       DATE NOT NULL,
    price            DECIMAL(8, 2) NOT NULL,
    last_delivery_id BIGINT NOT NULL,
    PRIMARY KEY (plan_id, valid_from)
);

-- Grain: one row per bad delivery, as it came.
CREATE TABLE quarantined_delivery (
    delivery_id     BIGINT PRIMARY KEY,
    reason          VARCHAR NOT NULL,
    event_id        VARCHAR,
    subscription_id VARCHAR,
    customer_id     VARCHAR,
    kind            VARCHAR,
    plan_id         VARCHAR,
    effective_on    VARCHAR
);

-- load
INSERT INTO plan_price
SELECT plan_id, valid_from, price, delivery_id
FROM raw_plan_prices
WHERE currency = 'EUR'
QUALIFY ROW_NUMBER() OVER (PARTITION BY plan_id, valid_from ORDER BY delivery_id DESC) = 1
ON CONFLICT (plan_id, valid_from) DO UPDATE SET
    price = excluded.price,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id > plan_price.last_delivery_id;

INSERT INTO quarantined_delivery
WITH checked_deliveries AS (
    SELECT
        *,
        CASE
            WHEN COALESCE(event_id, '') = '' OR COALESCE(subscription_id, '') = '' OR COALESCE(customer_id, '') = '' THEN 'missing id'
            WHEN COALESCE(LOWER(TRIM(kind)), '') NOT IN ('started', 'changed', 'cancelled') THEN 'unknown kind'
            WHEN TRY_CAST(effective_on AS DATE) IS NULL THEN 'bad date'
            WHEN strftime(TRY_CAST(effective_on AS DATE), '%Y-%m-%d') <> effective_on THEN 'bad date'
            WHEN LOWER(TRIM(kind)) <> 'cancelled' AND COALESCE(plan_id, '') = '' THEN 'missing plan'
        END AS reason
    FROM raw_subscription_events
)
SELECT delivery_id, reason, event_id, subscription_id, customer_id, kind, plan_id, effective_on
FROM checked_deliveries
WHERE reason IS NOT NULL
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO subscription_event
SELECT
    event_id,
    subscription_id,
    customer_id,
    LOWER(TRIM(kind)) AS kind,
    plan_id,
    CAST(effective_on AS DATE) AS effective_on,
    delivery_id
FROM raw_subscription_events AS delivered
WHERE NOT EXISTS (
    SELECT 1
    FROM quarantined_delivery AS bad
    WHERE bad.delivery_id = delivered.delivery_id
)
QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY delivery_id DESC) = 1
ON CONFLICT (event_id) DO UPDATE SET
    subscription_id = excluded.subscription_id,
    customer_id = excluded.customer_id,
    kind = excluded.kind,
    plan_id = excluded.plan_id,
    effective_on = excluded.effective_on,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id > subscription_event.last_delivery_id;

-- views
-- One row per month and subscription, with the event that decides at the end of the month.
CREATE VIEW subscription_month AS
WITH months AS (
    SELECT CAST(UNNEST(generate_series(
        date_trunc('month', MIN(effective_on)),
        MAX(effective_on),
        INTERVAL 1 MONTH
    )) AS DATE) AS month
    FROM subscription_event
),

subscription_months AS (
    SELECT
        months.month,
        last_day(months.month) AS month_end,
        subscriptions.subscription_id
    FROM months
    CROSS JOIN (SELECT DISTINCT subscription_id FROM subscription_event) AS subscriptions
)

SELECT
    subscription_months.month,
    subscription_months.month_end,
    subscription_months.subscription_id,
    event.customer_id,
    event.plan_id,
    COALESCE(event.kind <> 'cancelled', FALSE) AS active
FROM subscription_months
ASOF LEFT JOIN subscription_event AS event
    ON event.subscription_id = subscription_months.subscription_id
    AND event.effective_on <= subscription_months.month_end;

CREATE VIEW v_monthly_plan AS
SELECT
    held.month,
    held.plan_id,
    COUNT(DISTINCT held.customer_id) AS subscribers,
    COUNT(*) AS subscriptions,
    COALESCE(SUM(plan_price.price), 0) AS mrr_eur,
    COUNT(*) - COUNT(plan_price.price) AS unpriced
FROM (SELECT * FROM subscription_month WHERE active) AS held
ASOF LEFT JOIN plan_price
    ON plan_price.plan_id = held.plan_id
    AND plan_price.valid_from <= held.month_end
GROUP BY held.month, held.plan_id;

CREATE VIEW v_monthly_movement AS
WITH states AS (
    SELECT
        month,
        active,
        LAG(active, 1, FALSE) OVER (PARTITION BY subscription_id ORDER BY month) AS active_before
    FROM subscription_month
)

SELECT
    month,
    COUNT(*) FILTER (WHERE active) AS active,
    COUNT(*) FILTER (WHERE active AND NOT active_before) AS joined,
    COUNT(*) FILTER (WHERE active_before AND NOT active) AS lost
FROM states
WHERE active OR active_before
GROUP BY month;

CREATE VIEW v_quarantine AS
SELECT reason, COUNT(*) AS deliveries
FROM quarantined_delivery
GROUP BY reason;
