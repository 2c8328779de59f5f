-- schema
CREATE TABLE dim_driver (
    driver_id        VARCHAR PRIMARY KEY,
    city             VARCHAR NOT NULL,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per event. driver_id has no foreign key, because a driver's record may come after the trip.
CREATE TABLE trip_event (
    event_id         VARCHAR PRIMARY KEY,
    trip_id          VARCHAR NOT NULL,
    driver_id        VARCHAR NOT NULL,
    kind             VARCHAR NOT NULL CHECK (kind IN ('requested', 'accepted', 'started', 'completed', 'cancelled')),
    happened_at      TIMESTAMP NOT NULL,
    fare             DECIMAL(6, 2),
    city             VARCHAR NOT NULL,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per bad delivery, as it came.
CREATE TABLE quarantined_delivery (
    delivery_id BIGINT PRIMARY KEY,
    reason      VARCHAR NOT NULL,
    event_id    VARCHAR,
    trip_id     VARCHAR,
    driver_id   VARCHAR,
    kind        VARCHAR,
    happened_at VARCHAR,
    fare        VARCHAR
);

-- load
INSERT INTO dim_driver
SELECT driver_id, city, delivery_id
FROM raw_drivers
QUALIFY ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY delivery_id DESC) = 1
ON CONFLICT (driver_id) DO UPDATE SET
    city = excluded.city,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id > dim_driver.last_delivery_id;

INSERT INTO quarantined_delivery
WITH checked_deliveries AS (
    SELECT
        *,
        CASE
            WHEN COALESCE(event_id, '') = '' OR COALESCE(trip_id, '') = '' OR COALESCE(driver_id, '') = '' THEN 'missing id'
            WHEN COALESCE(LOWER(TRIM(kind)), '') NOT IN ('requested', 'accepted', 'started', 'completed', 'cancelled') THEN 'unknown kind'
            WHEN TRY_CAST(happened_at AS TIMESTAMP) IS NULL THEN 'bad time'
            WHEN strftime(TRY_CAST(happened_at AS TIMESTAMP), '%Y-%m-%d %H:%M:%S') <> happened_at THEN 'bad time'
            WHEN LOWER(TRIM(kind)) = 'completed' AND fare <> '' AND NOT regexp_full_match(fare, '[0-9]{1,4}([.][0-9]{2})?') THEN 'bad fare'
        END AS reason
    FROM raw_trip_events
)
SELECT delivery_id, reason, event_id, trip_id, driver_id, kind, happened_at, fare
FROM checked_deliveries
WHERE reason IS NOT NULL
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO trip_event
SELECT
    event_id,
    trip_id,
    driver_id,
    LOWER(TRIM(kind)) AS kind,
    CAST(happened_at AS TIMESTAMP) AS happened_at,
    CASE WHEN LOWER(TRIM(kind)) = 'completed' THEN CAST(NULLIF(fare, '') AS DECIMAL(6, 2)) END AS fare,
    COALESCE((SELECT dim_driver.city FROM dim_driver WHERE dim_driver.driver_id = delivered.driver_id), 'unknown') AS city,
    delivery_id
FROM raw_trip_events AS delivered
WHERE NOT EXISTS (
    SELECT 1
    FROM quarantined_delivery AS bad
    WHERE bad.delivery_id = delivered.delivery_id
)
QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY delivery_id DESC) = 1
ON CONFLICT (event_id) DO UPDATE SET
    trip_id = excluded.trip_id,
    driver_id = excluded.driver_id,
    kind = excluded.kind,
    happened_at = excluded.happened_at,
    fare = excluded.fare,
    city = excluded.city,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id > trip_event.last_delivery_id;

-- views
CREATE VIEW v_daily_city AS
SELECT
    CAST(completed.happened_at AS DATE) AS day,
    completed.city,
    COUNT(*) AS completed_trips,
    COALESCE(SUM(completed.fare), 0) AS fares
FROM trip_event AS completed
WHERE completed.kind = 'completed'
AND NOT EXISTS (
    SELECT 1
    FROM trip_event AS cancelled
    WHERE cancelled.trip_id = completed.trip_id
    AND cancelled.kind = 'cancelled'
)
GROUP BY ALL;

CREATE VIEW v_driver_acceptance AS
WITH offers AS (
    SELECT DISTINCT trip_id, driver_id
    FROM trip_event
    WHERE kind = 'requested'
),

acceptances AS (
    SELECT DISTINCT trip_id, driver_id
    FROM trip_event
    WHERE kind = 'accepted'
)

SELECT
    offers.driver_id,
    COUNT(*) AS offered_trips,
    COUNT(acceptances.trip_id) AS accepted_trips,
    ROUND(100.0 * COUNT(acceptances.trip_id) / COUNT(*), 1) AS acceptance_pct
FROM offers
LEFT JOIN acceptances
    ON acceptances.trip_id = offers.trip_id
    AND acceptances.driver_id = offers.driver_id
GROUP BY offers.driver_id;

CREATE VIEW v_quarantine AS
SELECT reason, COUNT(*) AS deliveries
FROM quarantined_delivery
GROUP BY reason;
