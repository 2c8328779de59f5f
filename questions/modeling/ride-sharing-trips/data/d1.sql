-- Ordinary days: 130 trips of 20 drivers in four months; one trip in four is declined once, one event in seven comes twice, some with another fare.
INSERT INTO raw_drivers
SELECT
    i,
    'drv-' || (hash(i, 'driver') % 18),
    ['Lyon', 'Nantes', 'Lille', 'Nice'][1 + (hash(i, 'city') % 4)::INTEGER],
    DATE '2022-12-01' + (hash(i, 'since') % 140)::INTEGER
FROM range(1, 36) AS numbers(i);

INSERT INTO raw_trip_events
WITH trips AS (
    SELECT
        i,
        'drv-' || (hash(i, 'driver') % 20) AS driver_id,
        'drv-' || (hash(i, 'other') % 20) AS other_id,
        TIMESTAMP '2023-01-01 00:00:00' + INTERVAL 1 MINUTE * (hash(i, 'minute') % 172800)::INTEGER AS asked_at,
        hash(i, 'declined') % 4 = 0 AS declined,
        hash(i, 'accepted') % 6 > 0 AS accepted,
        hash(i, 'cancelled') % 8 = 0 AS cancelled
    FROM range(0, 130) AS numbers(i)
)
SELECT
    1000 + i * 10 + step,
    'ev-' || i || '-' || step,
    'trip-' || i,
    CASE WHEN step = 0 THEN other_id WHEN hash(i, step, 'no driver') % 90 = 0 THEN NULL ELSE driver_id END,
    CASE
        WHEN hash(i, step, 'odd kind') % 70 = 0 THEN 'paused'
        WHEN hash(i, step, 'case') % 5 = 0 THEN upper(['requested', 'requested', 'accepted', 'started', 'completed', 'cancelled'][step + 1]) || ' '
        ELSE ['requested', 'requested', 'accepted', 'started', 'completed', 'cancelled'][step + 1]
    END,
    CASE
        WHEN hash(i, step, 'bad time') % 60 = 0 THEN 'unknown'
        ELSE strftime(asked_at + INTERVAL 7 MINUTE * step::INTEGER, '%Y-%m-%d %H:%M:%S')
    END,
    CASE
        WHEN step <> 4 THEN NULL
        WHEN hash(i, 'late fare') % 12 = 0 THEN ''
        WHEN hash(i, 'bad fare') % 25 = 0 THEN '12,50'
        ELSE (4 + hash(i, 'whole') % 60) || '.' || (10 + hash(i, 'cents') % 90)
    END
FROM trips, range(0, 6) AS steps(step)
WHERE (step = 0 AND declined)
   OR step = 1
   OR (step BETWEEN 2 AND 4 AND accepted)
   OR (step = 5 AND cancelled);

INSERT INTO raw_trip_events
SELECT
    delivery_id + 2000,
    event_id,
    trip_id,
    driver_id,
    kind,
    happened_at,
    CASE WHEN fare IS NOT NULL AND hash(delivery_id, 'fare') % 2 = 0 THEN (3 + hash(delivery_id, 'new') % 40)::VARCHAR ELSE fare END
FROM raw_trip_events
WHERE hash(delivery_id, 'again') % 7 = 0;
