-- Copies and corrections of one event in five, 20 trips cancelled afterwards, 25 new trips in old and new days, drivers who are new or moved.
INSERT INTO raw_drivers
SELECT
    i,
    'drv-' || (hash(i, 'driver') % 22),
    ['Lyon', 'Nantes', 'Lille', 'Nice', 'Metz'][1 + (hash(i, 'city') % 5)::INTEGER],
    DATE '2022-12-01' + (hash(i, 'since') % 140)::INTEGER
FROM range(36, 52) AS numbers(i);

INSERT INTO raw_trip_events
SELECT
    delivery_id + 5000,
    event_id,
    trip_id,
    CASE WHEN hash(delivery_id, 'other driver') % 9 = 0 THEN 'drv-' || (hash(delivery_id, 'driver') % 22) ELSE driver_id END,
    kind,
    happened_at,
    CASE WHEN hash(delivery_id, 'fare') % 3 = 0 THEN (3 + hash(delivery_id, 'new') % 40) || '.00' ELSE fare END
FROM raw_trip_events
WHERE hash(delivery_id, 'late') % 5 = 0;

INSERT INTO raw_trip_events
SELECT
    29000 + i,
    'cancel-' || i,
    'trip-' || (i * 6),
    'drv-' || (i % 20),
    'cancelled',
    strftime(TIMESTAMP '2023-05-01 09:00:00' + INTERVAL 1 HOUR * i::INTEGER, '%Y-%m-%d %H:%M:%S'),
    'refund'
FROM range(0, 20) AS numbers(i);

INSERT INTO raw_trip_events
SELECT
    29100 + i * 3 + step,
    'late-' || i || '-' || step,
    'late-trip-' || i,
    'drv-' || (hash(i, 'late driver') % 22),
    ['requested', 'accepted', 'completed'][step + 1],
    strftime(TIMESTAMP '2022-12-10 06:00:00' + INTERVAL 1 HOUR * (hash(i, 'hour') % 3900 + step)::INTEGER, '%Y-%m-%d %H:%M:%S'),
    CASE WHEN step = 2 THEN (5 + hash(i, 'fare') % 50) || '.50' END
FROM range(0, 25) AS numbers(i), range(0, 3) AS steps(step);
