CREATE TABLE marketplaces (
    marketplace_id INTEGER PRIMARY KEY,
    name           VARCHAR NOT NULL
);

CREATE TABLE calendar (
    day        DATE PRIMARY KEY,
    is_holiday BOOLEAN NOT NULL
);

CREATE TABLE sales (
    sale_id        INTEGER PRIMARY KEY,
    marketplace_id INTEGER,
    sold_at        TIMESTAMP NOT NULL,
    amount         DECIMAL(12, 2)
);
