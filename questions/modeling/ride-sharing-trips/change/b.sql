-- Append-only logs of checked deliveries. Nothing is ever updated: winners are picked when reading.

-- schema
CREATE TABLE event_delivery (
    delivery_id BIGINT PRIMARY KEY,
    event_id    VARCHAR NOT NULL,
    trip_id     VARCHAR NOT NULL,
    driver_id   VARCHAR NOT NULL,
    kind        VARCHAR NOT NULL,
    happened_at TIMESTAMP NOT NULL,
    fare        DECIMAL(6, 2)
);

CREATE TABLE rejected_event_delivery (
    delivery_id BIGINT PRIMARY KEY,
    reason      VARCHAR NOT NULL,
    event_id    VARCHAR,
    trip_id     VARCHAR,
    driver_id   VARCHAR,
    kind        VARCHAR,
    happened_at VARCHAR,
    fare        VARCHAR
);

CREATE TABLE driver_delivery (
    delivery_id BIGINT PRIMARY KEY,
    driver_id   VARCHAR NOT NULL,
    city        VARCHAR NOT NULL,
    since       DATE NOT NULL
);

-- load
CREATE OR REPLACE TEMP TABLE checked_event AS
WITH parsed AS (
    SELECT
        *,
        TRIM(LOWER(kind)) AS clean_kind,
        CASE
            WHEN regexp_full_match(happened_at, '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d') THEN try_strptime(happened_at, '%Y-%m-%d %H:%M:%S')
        END AS clean_time,
        NULLIF(fare, '') AS given_fare
    FROM raw_trip_events
    WHERE delivery_id NOT IN (SELECT delivery_id FROM event_delivery UNION ALL SELECT delivery_id FROM rejected_event_delivery)
)
SELECT
    *,
    CASE
        WHEN event_id IS NULL OR trip_id IS NULL OR driver_id IS NULL OR '' IN (event_id, trip_id, driver_id)
            THEN 'missing id'
        WHEN clean_kind IS NULL OR NOT list_contains(['requested', 'accepted', 'started', 'completed', 'cancelled'], clean_kind)
            THEN 'unknown kind'
        WHEN clean_time IS NULL
            THEN 'bad time'
        WHEN clean_kind = 'completed' AND given_fare IS NOT NULL
         AND NOT (regexp_full_match(given_fare, '\d{1,4}') OR regexp_full_match(given_fare, '\d{1,4}\.\d\d'))
            THEN 'bad fare'
    END AS reason
FROM parsed;

INSERT INTO rejected_event_delivery
SELECT delivery_id, reason, event_id, trip_id, driver_id, kind, happened_at, fare
FROM checked_event
WHERE reason IS NOT NULL;

INSERT INTO event_delivery
SELECT delivery_id, event_id, trip_id, driver_id, clean_kind, clean_time, TRY_CAST(given_fare AS DECIMAL(6, 2))
FROM checked_event
WHERE reason IS NULL;

INSERT INTO driver_delivery
SELECT delivery_id, driver_id, city, since
FROM raw_drivers
WHERE delivery_id NOT IN (SELECT delivery_id FROM driver_delivery);

-- views
CREATE VIEW event AS
SELECT *
FROM event_delivery
QUALIFY delivery_id = MAX(delivery_id) OVER (PARTITION BY event_id);

CREATE VIEW driver_record AS
SELECT driver_id, since, ARG_MAX(city, delivery_id) AS city
FROM driver_delivery
GROUP BY driver_id, since;

-- Gaps and islands: a stretch begins where the city differs from the record before.
CREATE VIEW v_driver_cities AS
WITH marked AS (
    SELECT
        *,
        CASE WHEN city = LAG(city) OVER (PARTITION BY driver_id ORDER BY since) THEN 0 ELSE 1 END AS begins
    FROM driver_record
),
numbered AS (
    SELECT *, SUM(begins) OVER (PARTITION BY driver_id ORDER BY since) AS stretch
    FROM marked
),
stretches AS (
    SELECT driver_id, stretch, ANY_VALUE(city) AS city, MIN(since) AS valid_from
    FROM numbered
    GROUP BY driver_id, stretch
)
SELECT
    s.driver_id,
    s.city,
    s.valid_from,
    CAST(n.valid_from - INTERVAL 1 DAY AS DATE) AS valid_to
FROM stretches AS s
LEFT JOIN stretches AS n
    ON n.driver_id = s.driver_id AND n.stretch = s.stretch + 1;

CREATE VIEW v_daily_city AS
WITH trip AS (
    SELECT
        trip_id,
        CAST(MAX(happened_at) FILTER (kind = 'completed') AS DATE) AS day,
        MAX(driver_id) FILTER (kind = 'completed') AS driver_id,
        MAX(fare) FILTER (kind = 'completed') AS fare
    FROM event
    GROUP BY trip_id
    HAVING BOOL_OR(kind = 'completed') AND NOT BOOL_OR(kind = 'cancelled')
)
SELECT
    t.day,
    COALESCE(c.city, 'unknown') AS city,
    COUNT(*) AS completed_trips,
    SUM(COALESCE(t.fare, 0)) AS fares
FROM trip AS t
LEFT JOIN v_driver_cities AS c
    ON c.driver_id = t.driver_id
   AND t.day BETWEEN c.valid_from AND COALESCE(c.valid_to, DATE '9999-12-31')
GROUP BY 1, 2;

CREATE VIEW v_driver_acceptance AS
WITH pair AS (
    SELECT driver_id, trip_id, BOOL_OR(kind = 'accepted') AS accepted
    FROM event
    WHERE kind IN ('requested', 'accepted')
    GROUP BY driver_id, trip_id
    HAVING BOOL_OR(kind = 'requested')
)
SELECT
    driver_id,
    COUNT(*) AS offered_trips,
    COUNT(*) FILTER (accepted) AS accepted_trips,
    ROUND(100.0 * COUNT(*) FILTER (accepted) / COUNT(*), 1) AS acceptance_pct
FROM pair
GROUP BY driver_id;

CREATE VIEW v_quarantine AS
SELECT reason, COUNT(*) AS deliveries
FROM rejected_event_delivery
GROUP BY reason;
