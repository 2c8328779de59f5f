-- Trip events come from the phones as text. Driver records come from our own office and are clean. Only delivery_id is set by us.
CREATE TABLE raw_trip_events (
    delivery_id BIGINT PRIMARY KEY,
    event_id    VARCHAR,
    trip_id     VARCHAR,
    driver_id   VARCHAR,
    kind        VARCHAR,
    happened_at VARCHAR,
    fare        VARCHAR
);

CREATE TABLE raw_drivers (
    delivery_id BIGINT PRIMARY KEY,
    driver_id   VARCHAR NOT NULL CHECK (driver_id <> ''),
    city        VARCHAR NOT NULL CHECK (city <> ''),
    since       DATE NOT NULL
);
