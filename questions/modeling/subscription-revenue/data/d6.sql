-- Three customers with five subscriptions of two plans each, every event delivered up to three times, many prices of each plan.
INSERT INTO raw_plan_prices
SELECT
    n * 10 + p,
    'p' || p,
    CAST(DATE '2019-01-20' + INTERVAL 1 MONTH * (n // 2)::INTEGER AS DATE),
    10 * p + n,
    ['EUR', 'EUR', 'USD'][1 + ((n + p) % 3)::INTEGER]
FROM range(0, 8) AS records(n), range(1, 3) AS plans(p);

INSERT INTO raw_rates
SELECT n * 2, 'USD', CAST(DATE '2019-02-01' + INTERVAL 1 MONTH * (n % 3)::INTEGER AS DATE), 0.88 + n * 0.001
FROM range(0, 6) AS records(n);

INSERT INTO raw_subscription_events
SELECT
    row_number() OVER (ORDER BY copy, person, place, step),
    'm' || person || '/' || place || '/' || step,
    'u' || person || '/' || place,
    'person' || CASE WHEN copy = 1 THEN 1 ELSE person END,
    CASE WHEN step = 2 AND place % 2 = 0 THEN 'cancelled' WHEN step = 0 THEN 'started' ELSE 'Changed' END,
    'p' || (1 + (place + step * person) % 2),
    CASE WHEN copy = 2 AND (person + place) % 3 = 0 THEN 'n/a' ELSE '2019-0' || (1 + step * 2) || '-' || (10 + person + place + copy) END
FROM range(0, 3) AS copies(copy), range(1, 4) AS people(person), range(1, 6) AS places(place), range(0, 3) AS steps(step);
