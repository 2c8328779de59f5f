CREATE TABLE customers (
    customer_id   INTEGER PRIMARY KEY,
    customer_name VARCHAR NOT NULL
);

CREATE TABLE orders (
    order_id     INTEGER PRIMARY KEY,
    customer_id  INTEGER,
    ordered_at   TIMESTAMP NOT NULL,
    status       VARCHAR NOT NULL CHECK (status IN ('pending', 'shipped', 'delivered', 'cancelled')),
    total_amount DECIMAL(12, 2) NOT NULL CHECK (total_amount >= 0)
);

CREATE TABLE refunds (
    refund_id INTEGER PRIMARY KEY,
    order_id  INTEGER,
    amount    DECIMAL(12, 2)
);
