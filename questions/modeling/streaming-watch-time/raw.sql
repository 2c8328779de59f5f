-- Deliveries as the sources send them. Only the delivery number is set by us.
CREATE TABLE raw_watch_sessions (
    delivery_id      BIGINT PRIMARY KEY,
    event_id         VARCHAR,
    user_id          VARCHAR,
    content_id       VARCHAR,
    started_at       VARCHAR,
    duration_seconds VARCHAR,
    device           VARCHAR
);

CREATE TABLE raw_content (
    delivery_id BIGINT PRIMARY KEY,
    content_id  VARCHAR,
    title       VARCHAR
);
