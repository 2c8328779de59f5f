CREATE TABLE categories (
    category_id   INTEGER PRIMARY KEY,
    category_name VARCHAR NOT NULL
);

CREATE TABLE products (
    product_id   INTEGER PRIMARY KEY,
    product_name VARCHAR,
    category_id  INTEGER
);

CREATE TABLE orders (
    order_id   INTEGER PRIMARY KEY,
    ordered_at TIMESTAMP NOT NULL,
    status     VARCHAR NOT NULL CHECK (status IN ('pending', 'completed', 'cancelled', 'refunded'))
);

CREATE TABLE order_items (
    order_id   INTEGER NOT NULL,
    line_no    INTEGER NOT NULL,
    product_id INTEGER NOT NULL,
    quantity   INTEGER NOT NULL CHECK (quantity > 0),
    unit_price DECIMAL(12, 2) NOT NULL CHECK (unit_price >= 0),
    discount   DECIMAL(12, 2),
    PRIMARY KEY (order_id, line_no)
);
