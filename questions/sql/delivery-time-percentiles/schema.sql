CREATE TABLE zones (
    zone_id   INTEGER PRIMARY KEY,
    zone_name VARCHAR NOT NULL
);

CREATE TABLE deliveries (
    delivery_id  INTEGER PRIMARY KEY,
    zone_id      INTEGER,
    is_test      BOOLEAN,
    picked_up_at TIMESTAMP,
    delivered_at TIMESTAMP
);

CREATE TABLE cancellations (
    cancellation_id INTEGER PRIMARY KEY,
    delivery_id     INTEGER,
    withdrawn       BOOLEAN NOT NULL
);
