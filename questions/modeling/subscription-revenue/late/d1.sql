-- Copies and corrections of one event in five (another plan or customer, or three days later), changes heard of late, new subscriptions, new prices and rates.
INSERT INTO raw_plan_prices
SELECT
    i,
    ['solo', 'duo', 'team', 'shop', 'max', 'old'][1 + (hash(i, 'plan') % 6)::INTEGER],
    DATE '2022-01-15' + (hash(i, 'from') % 400)::INTEGER,
    (5 + hash(i, 'price') % 60) + 0.49,
    ['EUR', 'EUR', 'USD', 'GBP'][1 + (hash(i, 'currency') % 4)::INTEGER]
FROM range(31, 41) AS numbers(i);

INSERT INTO raw_plan_prices
SELECT delivery_id + 50, plan_id, valid_from, price + 1, currency
FROM raw_plan_prices
WHERE delivery_id % 5 = 0;

INSERT INTO raw_rates
SELECT delivery_id + 100, currency, month, rate + 0.0121
FROM raw_rates
WHERE delivery_id % 3 = 0;

INSERT INTO raw_subscription_events
SELECT
    delivery_id + 5000,
    event_id,
    subscription_id,
    CASE WHEN hash(delivery_id, 'customer') % 5 = 0 THEN 'cust-7' ELSE customer_id END,
    kind,
    CASE WHEN plan_id IS NOT NULL AND hash(delivery_id, 'other plan') % 4 = 0 THEN 'max' ELSE plan_id END,
    CASE
        WHEN hash(delivery_id, 'later') % 3 = 0 AND effective_on <> 'soon' THEN strftime(CAST(effective_on AS DATE) + 3, '%Y-%m-%d')
        ELSE effective_on
    END
FROM raw_subscription_events
WHERE hash(delivery_id, 'late') % 5 = 0;

INSERT INTO raw_subscription_events
SELECT
    20000 + i,
    'late-' || i,
    'sub-' || (i * 4),
    'cust-' || i,
    CASE WHEN i % 3 = 0 THEN 'cancelled' ELSE 'changed' END,
    CASE WHEN i % 3 > 0 THEN 'solo' END,
    strftime(DATE '2022-02-01' + ((hash(i * 4, 'start') % 400)::INTEGER + 90), '%Y-%m-%d')
FROM range(0, 30) AS numbers(i);

INSERT INTO raw_subscription_events
SELECT
    21000 + i,
    'new-' || i,
    'newsub-' || i,
    'cust-' || (i * 11 % 97),
    'started',
    ['solo', 'duo', 'next'][1 + (i % 3)::INTEGER],
    strftime(DATE '2021-12-05' + (i * 23)::INTEGER, '%Y-%m-%d')
FROM range(0, 20) AS numbers(i);
