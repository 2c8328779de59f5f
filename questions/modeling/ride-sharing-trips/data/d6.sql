-- Every trip is offered to three drivers, twice each; every event is delivered up to three times; drivers have many records that agree and disagree.
INSERT INTO raw_drivers
SELECT
    n * 10 + k,
    'm' || k,
    CASE WHEN (n + k) % 3 = 0 THEN 'Bonn' ELSE 'Hamm' END,
    DATE '2019-06-01' + (n * 10)::INTEGER
FROM range(0, 4) AS records(n), range(1, 4) AS drivers(k);

INSERT INTO raw_trip_events
SELECT
    row_number() OVER (ORDER BY copy, trip, driver, turn),
    'o' || trip || '/' || driver || '/' || turn,
    'x' || trip,
    'm' || driver,
    CASE WHEN (trip + driver) % 3 = 0 AND turn = 2 THEN 'Accepted' WHEN turn = 3 THEN 'started' ELSE 'requested' END,
    CASE WHEN copy = 2 AND trip = 3 THEN '2019-06-31 10:00:00' ELSE '2019-06-' || (10 + trip) || ' 10:0' || turn || ':00' END,
    'n/a'
FROM range(0, 3) AS copies(copy), range(1, 6) AS trips(trip), range(1, 4) AS drivers(driver), range(0, 4) AS turns(turn);

INSERT INTO raw_trip_events
SELECT
    500 + row_number() OVER (ORDER BY copy, trip),
    'c' || trip,
    'x' || trip,
    'm' || (1 + (trip + copy) % 3),
    'completed',
    '2019-06-' || (10 + trip * 3) || ' 11:00:00',
    CASE WHEN copy = 2 AND trip % 2 = 0 THEN '1,00' ELSE (10 * trip + copy)::VARCHAR END
FROM range(0, 3) AS copies(copy), range(1, 6) AS trips(trip);
