-- Two of the subscriptions of each customer are reported once more, for one customer and another plan; prices and rates are corrected.
INSERT INTO raw_plan_prices
SELECT 100 + n * 10 + p, 'p' || p, CAST(DATE '2019-01-20' + INTERVAL 1 MONTH * n::INTEGER AS DATE), 10 * p + n + 0.5, ['USD', 'EUR'][1 + ((n + p) % 2)::INTEGER]
FROM range(1, 4) AS records(n), range(1, 4) AS plans(p);

INSERT INTO raw_rates
SELECT 100 + n, 'USD', CAST(DATE '2019-02-01' + INTERVAL 1 MONTH * n::INTEGER AS DATE), 0.91 + n * 0.001
FROM range(2, 4) AS records(n);

INSERT INTO raw_subscription_events
SELECT
    200 + row_number() OVER (ORDER BY person, place, step),
    'm' || person || '/' || place || '/' || step,
    'u' || person || '/' || place,
    'person3',
    CASE WHEN step = 2 THEN 'changed' WHEN step = 0 THEN 'started' ELSE 'cancelled' END,
    'p' || (1 + place % 3),
    '2019-0' || (1 + step * 2) || '-' || (20 + person)
FROM range(1, 4) AS people(person), unnest([2, 3]) AS places(place), range(0, 3) AS steps(step);
