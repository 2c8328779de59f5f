-- schema
CREATE TABLE parcels (parcel VARCHAR PRIMARY KEY);
CREATE TABLE events (
  parcel VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  scanned_at TIMESTAMP NOT NULL,
  grams INTEGER,
  PRIMARY KEY (parcel, state, scanned_at)
);
-- load
INSERT OR IGNORE INTO parcels SELECT DISTINCT parcel FROM raw_events;
INSERT OR IGNORE INTO events
SELECT DISTINCT parcel, state, scanned_at::TIMESTAMP, grams::INTEGER FROM raw_events;
-- views
CREATE VIEW v_parcels AS
WITH ranked AS (
  SELECT parcel, state, row_number() OVER (PARTITION BY parcel ORDER BY scanned_at DESC, state) AS nth
  FROM events
)
SELECT p.parcel, r.state AS last_state, (SELECT max(e.grams) FROM events AS e WHERE e.parcel = p.parcel) AS grams
FROM parcels AS p
JOIN ranked AS r ON r.parcel = p.parcel AND r.nth = 1;

CREATE VIEW v_hours AS
SELECT parcel, date_sub('hour', min(scanned_at), max(scanned_at)) AS hours FROM events GROUP BY parcel;
