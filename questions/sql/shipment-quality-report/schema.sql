CREATE TABLE depots (
    depot_id   INTEGER PRIMARY KEY,
    depot_name VARCHAR NOT NULL
);

CREATE TABLE carrier_contracts (
    contract_id  INTEGER PRIMARY KEY,
    carrier_code VARCHAR
);

CREATE TABLE shipments (
    shipment_id          INTEGER PRIMARY KEY,
    is_test              BOOLEAN NOT NULL,
    carrier_code         VARCHAR,
    tracking_number      VARCHAR,
    weight_kg            DECIMAL(9, 3),
    destination_depot_id INTEGER,
    shipped_at           TIMESTAMP,
    delivered_at         TIMESTAMP
);
