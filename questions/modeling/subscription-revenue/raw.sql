-- Subscription events come from shops and apps as text. Prices and rates come from our billing system and are clean.
CREATE TABLE raw_subscription_events (
    delivery_id     BIGINT PRIMARY KEY,
    event_id        VARCHAR,
    subscription_id VARCHAR,
    customer_id     VARCHAR,
    kind            VARCHAR,
    plan_id         VARCHAR,
    effective_on    VARCHAR
);

CREATE TABLE raw_plan_prices (
    delivery_id BIGINT PRIMARY KEY,
    plan_id     VARCHAR NOT NULL CHECK (plan_id <> ''),
    valid_from  DATE NOT NULL,
    price       DECIMAL(8, 2) NOT NULL CHECK (price >= 0),
    currency    VARCHAR NOT NULL CHECK (currency IN ('EUR', 'USD', 'GBP'))
);

-- rate: euros for one unit of the currency; month: its first day.
CREATE TABLE raw_rates (
    delivery_id BIGINT PRIMARY KEY,
    currency    VARCHAR NOT NULL CHECK (currency IN ('USD', 'GBP')),
    month       DATE NOT NULL CHECK (day(month) = 1),
    rate        DECIMAL(8, 4) NOT NULL CHECK (rate > 0)
);
