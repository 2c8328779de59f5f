CREATE TABLE couriers (
  courier_id INTEGER PRIMARY KEY,
  name VARCHAR NOT NULL
);
CREATE TABLE deliveries (
  courier_id INTEGER NOT NULL REFERENCES couriers (courier_id),
  delivered_on DATE NOT NULL,
  was_late BOOLEAN
);
