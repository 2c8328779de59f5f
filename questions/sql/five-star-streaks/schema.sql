CREATE TABLE drivers (
    driver_id INTEGER PRIMARY KEY,
    call_sign VARCHAR
);

CREATE TABLE trips (
    trip_id     INTEGER PRIMARY KEY,
    driver_id   INTEGER,
    finished_at TIMESTAMP NOT NULL,
    status      VARCHAR NOT NULL CHECK (status IN ('completed', 'cancelled', 'no_show'))
);

CREATE TABLE trip_ratings (
    rating_id INTEGER PRIMARY KEY,
    trip_id   INTEGER NOT NULL,
    stars     INTEGER CHECK (stars BETWEEN 1 AND 5),
    rated_at  TIMESTAMP NOT NULL
);
