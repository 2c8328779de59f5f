-- Deliveries as the sources send them. Only the delivery number is set by us.
CREATE TABLE raw_order_lines (
    delivery_id BIGINT PRIMARY KEY,
    order_id    VARCHAR,
    line_no     VARCHAR,
    seller_id   VARCHAR,
    ordered_on  VARCHAR,
    quantity    VARCHAR,
    unit_price  VARCHAR,
    status      VARCHAR
);

CREATE TABLE raw_sellers (
    delivery_id    BIGINT PRIMARY KEY,
    seller_id      VARCHAR,
    category       VARCHAR,
    commission_pct VARCHAR,
    valid_from     VARCHAR
);
