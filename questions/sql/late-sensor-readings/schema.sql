CREATE TABLE messages (
    message_id  INTEGER PRIMARY KEY,
    device_id   INTEGER NOT NULL,
    measured_at TIMESTAMP,
    arrived_at  TIMESTAMP NOT NULL,
    kwh         DECIMAL(9, 3)
);
