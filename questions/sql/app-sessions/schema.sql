CREATE TABLE app_events (
    receipt_no  INTEGER PRIMARY KEY,
    user_id     INTEGER,
    device_id   VARCHAR NOT NULL,
    event_name  VARCHAR NOT NULL CHECK (event_name IN ('open', 'view_menu', 'add_to_basket', 'place_order', 'push_received')),
    occurred_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL
);
