CREATE TABLE shop_events (
    event_id    INTEGER PRIMARY KEY,
    user_id     INTEGER,
    product_id  INTEGER,
    step        VARCHAR NOT NULL CHECK (step IN ('view', 'cart', 'checkout', 'paid')),
    occurred_at TIMESTAMP NOT NULL
);
