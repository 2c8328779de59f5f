CREATE TABLE exchange_rates (
    currency      VARCHAR NOT NULL CHECK (currency <> 'EUR'),
    valid_from    TIMESTAMP NOT NULL,
    euro_per_unit DECIMAL(12, 6) CHECK (euro_per_unit > 0 AND euro_per_unit < 100),
    PRIMARY KEY (currency, valid_from)
);

CREATE TABLE payments (
    payment_id INTEGER PRIMARY KEY,
    kind       VARCHAR NOT NULL CHECK (kind IN ('payment', 'refund')),
    paid_at    TIMESTAMP NOT NULL,
    currency   VARCHAR,
    amount     DECIMAL(12, 2) NOT NULL CHECK (amount BETWEEN 0 AND 9999999)
);
