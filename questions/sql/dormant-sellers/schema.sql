CREATE TABLE sellers (
    seller_id   INTEGER PRIMARY KEY,
    seller_name VARCHAR NOT NULL,
    closed_at   TIMESTAMP
);

CREATE TABLE listings (
    listing_id INTEGER PRIMARY KEY,
    seller_id  INTEGER NOT NULL,
    status     VARCHAR NOT NULL CHECK (status IN ('active', 'paused', 'removed'))
);

CREATE TABLE sales (
    sale_id     INTEGER PRIMARY KEY,
    seller_id   INTEGER,
    sold_at     TIMESTAMP NOT NULL,
    amount      DECIMAL(12, 2) NOT NULL CHECK (amount >= 0),
    refunded_at TIMESTAMP
);
