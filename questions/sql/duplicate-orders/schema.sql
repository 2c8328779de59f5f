CREATE TABLE orders (
    order_id    INTEGER PRIMARY KEY,
    customer_id INTEGER,
    product_id  INTEGER NOT NULL,
    ordered_at  TIMESTAMP NOT NULL,
    amount      DECIMAL(12, 2) NOT NULL,
    status      VARCHAR NOT NULL
);

CREATE TABLE payments (
    payment_id INTEGER PRIMARY KEY,
    order_id   INTEGER NOT NULL,
    kind       VARCHAR NOT NULL,
    amount     DECIMAL(12, 2)
);
