CREATE TABLE cities (
    city_id   INTEGER PRIMARY KEY,
    city_name VARCHAR NOT NULL
);

CREATE TABLE couriers (
    courier_id   INTEGER PRIMARY KEY,
    courier_name VARCHAR NOT NULL,
    home_city_id INTEGER
);

CREATE TABLE deliveries (
    delivery_id  INTEGER PRIMARY KEY,
    city_id      INTEGER,
    courier_id   INTEGER,
    promised_at  TIMESTAMP NOT NULL,
    delivered_at TIMESTAMP
);
