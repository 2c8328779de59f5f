-- Ordinary: 120 subscriptions of 90 customers that start within 13 months, change after one to three, are cancelled after three to six, some come back.
INSERT INTO raw_plan_prices
SELECT
    i,
    ['solo', 'duo', 'team', 'shop', 'max'][1 + (hash(i, 'plan') % 5)::INTEGER],
    DATE '2022-01-15' + (hash(i, 'from') % 400)::INTEGER,
    (5 + hash(i, 'price') % 60) + 0.99,
    ['EUR', 'EUR', 'EUR', 'USD', 'GBP'][1 + (hash(i, 'currency') % 5)::INTEGER]
FROM range(1, 31) AS numbers(i);

INSERT INTO raw_rates
SELECT
    m * 2 + c,
    ['USD', 'GBP'][c + 1],
    CAST(DATE '2022-03-01' + INTERVAL 1 MONTH * m::INTEGER AS DATE),
    (0.85 + c * 0.30 + (hash(m, c, 'rate') % 900) / 10000)::DECIMAL(8, 4)
FROM range(0, 18) AS months(m), range(0, 2) AS currencies(c)
WHERE hash(m, c, 'none') % 4 > 0;

INSERT INTO raw_subscription_events
WITH subscriptions AS (
    SELECT
        i,
        DATE '2022-02-01' + (hash(i, 'start') % 400)::INTEGER AS started_on,
        'cust-' || (hash(i, 'customer') % 90) AS customer_id
    FROM range(0, 120) AS numbers(i)
)
SELECT
    1000 + i * 4 + step,
    'ev-' || i || '-' || step,
    'sub-' || i,
    CASE WHEN hash(i, step, 'nobody') % 60 = 0 THEN '' ELSE customer_id END,
    CASE
        WHEN hash(i, step, 'odd kind') % 50 = 0 THEN 'paused'
        WHEN hash(i, step, 'case') % 6 = 0 THEN ' ' || upper(['started', 'changed', 'cancelled', 'started'][step + 1])
        ELSE ['started', 'changed', 'cancelled', 'started'][step + 1]
    END,
    CASE WHEN step = 2 THEN NULL ELSE ['solo', 'duo', 'team', 'shop', 'max', 'old'][1 + (hash(i, step, 'plan') % 6)::INTEGER] END,
    CASE
        WHEN hash(i, step, 'bad date') % 40 = 0 THEN 'soon'
        ELSE strftime(started_on + [0, 20 + (hash(i, 'change') % 60)::INTEGER, 100 + (hash(i, 'end') % 100)::INTEGER, 220 + (hash(i, 'back') % 40)::INTEGER][step + 1], '%Y-%m-%d')
    END
FROM subscriptions, range(0, 4) AS steps(step)
WHERE step = 0
   OR (step = 1 AND hash(i, 'changes') % 2 = 0)
   OR (step = 2 AND hash(i, 'ends') % 3 > 0)
   OR (step = 3 AND hash(i, 'ends') % 3 > 0 AND hash(i, 'returns') % 4 = 0);

INSERT INTO raw_subscription_events
SELECT
    delivery_id + 1000,
    event_id,
    subscription_id,
    customer_id,
    kind,
    CASE WHEN plan_id IS NOT NULL AND hash(delivery_id, 'plan') % 2 = 0 THEN 'duo' ELSE plan_id END,
    effective_on
FROM raw_subscription_events
WHERE hash(delivery_id, 'again') % 7 = 0;
