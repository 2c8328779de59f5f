CREATE TABLE devices (
    device_id   INTEGER PRIMARY KEY,
    device_name VARCHAR NOT NULL
);

CREATE TABLE state_messages (
    device_id       INTEGER NOT NULL,
    reported_at     TIMESTAMP,
    sequence_no     INTEGER NOT NULL CHECK (sequence_no >= 0),
    state           VARCHAR,
    battery_percent INTEGER CHECK (battery_percent BETWEEN 0 AND 100),
    is_deleted      BOOLEAN NOT NULL
);
