CREATE TABLE cart_events (
    receipt_id  INTEGER PRIMARY KEY,
    event_id    INTEGER NOT NULL,
    event_type  VARCHAR NOT NULL CHECK (event_type IN ('update', 'checkout')),
    occurred_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    payload     VARCHAR
);
