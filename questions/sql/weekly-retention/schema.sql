CREATE TABLE accounts (
    account_id   INTEGER PRIMARY KEY,
    signed_up_at TIMESTAMP NOT NULL,
    is_internal  BOOLEAN NOT NULL
);

CREATE TABLE plays (
    play_id         INTEGER PRIMARY KEY,
    account_id      INTEGER,
    started_at      TIMESTAMP NOT NULL,
    seconds_watched INTEGER CHECK (seconds_watched >= 0)
);
