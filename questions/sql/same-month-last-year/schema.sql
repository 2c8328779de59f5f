CREATE TABLE categories (
    category_id   INTEGER PRIMARY KEY,
    category_name VARCHAR NOT NULL
);

CREATE TABLE orders (
    order_id    INTEGER PRIMARY KEY,
    category_id INTEGER,
    ordered_at  TIMESTAMP NOT NULL,
    status      VARCHAR NOT NULL CHECK (status IN ('pending', 'paid', 'delivered', 'returned', 'cancelled')),
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    unit_price  DECIMAL(10, 2) NOT NULL CHECK (unit_price >= 0),
    discount    DECIMAL(10, 2) CHECK (discount >= 0)
);
