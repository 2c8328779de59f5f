CREATE TABLE orders (
    order_id  INTEGER PRIMARY KEY,
    placed_at TIMESTAMP NOT NULL
);

CREATE TABLE order_items (
    order_id   INTEGER NOT NULL,
    line_no    INTEGER NOT NULL CHECK (line_no > 0),
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 10000),
    unit_price DECIMAL(12, 2) CHECK (unit_price >= 0),
    PRIMARY KEY (order_id, line_no)
);

CREATE TABLE shipments (
    shipment_id   INTEGER PRIMARY KEY,
    order_id      INTEGER,
    shipping_cost DECIMAL(12, 2) CHECK (shipping_cost >= 0)
);

CREATE TABLE refunds (
    refund_id INTEGER PRIMARY KEY,
    order_id  INTEGER,
    status    VARCHAR NOT NULL CHECK (status IN ('requested', 'paid', 'rejected')),
    amount    DECIMAL(12, 2) CHECK (amount >= 0)
);
