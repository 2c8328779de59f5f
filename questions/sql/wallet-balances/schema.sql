CREATE TABLE wallets (
    wallet_id       INTEGER PRIMARY KEY,
    label           VARCHAR,
    opening_balance DECIMAL(14, 2) CHECK (opening_balance >= 0)
);

CREATE TABLE ledger_entries (
    entry_id          INTEGER PRIMARY KEY,
    wallet_id         INTEGER NOT NULL REFERENCES wallets (wallet_id),
    booked_at         TIMESTAMP NOT NULL,
    direction         VARCHAR NOT NULL CHECK (direction IN ('in', 'out')),
    amount            DECIMAL(14, 2) NOT NULL CHECK (amount >= 0),
    status            VARCHAR NOT NULL CHECK (status IN ('posted', 'pending', 'declined')),
    reverses_entry_id INTEGER
);
