CREATE TABLE plan_events (
    event_id    INTEGER PRIMARY KEY,
    account_id  INTEGER,
    occurred_at TIMESTAMP NOT NULL,
    plan        VARCHAR CHECK (plan IN ('solo', 'team', 'business')),
    seats       INTEGER CHECK (seats > 0),
    CHECK (plan IS NOT NULL OR seats IS NULL)
);
