-- Every completed event once more for another driver, some trips cancelled several times, more records of the same and of other cities.
INSERT INTO raw_drivers
SELECT
    60 + n * 10 + k,
    'm' || k,
    CASE WHEN (n + k) % 2 = 0 THEN 'Bonn' ELSE 'Hamm' END,
    DATE '2019-06-06' + (n * 5)::INTEGER
FROM range(0, 4) AS records(n), range(1, 5) AS drivers(k);

INSERT INTO raw_trip_events
SELECT
    600 + trip,
    'c' || trip,
    'x' || trip,
    'm' || (1 + trip % 4),
    'completed',
    '2019-06-' || (10 + trip * 3) || ' 11:00:00',
    (10 * trip + 5) || '.25'
FROM range(1, 6) AS trips(trip);

INSERT INTO raw_trip_events
SELECT
    700 + trip * 10 + n,
    'k' || trip || '/' || n,
    'x' || trip,
    'm' || n,
    CASE WHEN n = 3 THEN 'accepted' ELSE 'cancelled' END,
    '2019-06-28 08:00:00',
    NULL
FROM unnest([2, 5]) AS trips(trip), range(1, 4) AS drivers(n);
