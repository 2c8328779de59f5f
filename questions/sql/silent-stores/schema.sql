CREATE TABLE stores (
    store_id   INTEGER PRIMARY KEY,
    store_name VARCHAR NOT NULL,
    region     VARCHAR,
    opened_on  DATE NOT NULL,
    closed_on  DATE,
    CHECK (closed_on >= opened_on)
);

CREATE TABLE opening_days (
    store_id INTEGER NOT NULL REFERENCES stores (store_id),
    weekday  INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    PRIMARY KEY (store_id, weekday)
);

CREATE TABLE holidays (
    holiday_on   DATE NOT NULL,
    region       VARCHAR,
    holiday_name VARCHAR NOT NULL
);

CREATE TABLE sales_reports (
    report_id     INTEGER PRIMARY KEY,
    store_id      INTEGER NOT NULL,
    business_date DATE NOT NULL,
    net_sales     DECIMAL(12, 2)
);
