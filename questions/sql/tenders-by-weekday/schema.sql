CREATE TABLE stores (
    store_id   INTEGER PRIMARY KEY,
    store_name VARCHAR
);

CREATE TABLE payments (
    payment_id INTEGER PRIMARY KEY,
    store_id   INTEGER,
    paid_at    TIMESTAMP NOT NULL,
    method     VARCHAR,
    amount     DECIMAL(10, 2) NOT NULL
);
