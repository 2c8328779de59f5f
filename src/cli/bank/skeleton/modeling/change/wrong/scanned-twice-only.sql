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
SELECT parcel, arg_max(state, scanned_at) AS last_state, max(grams) AS grams
FROM events
GROUP BY parcel;

CREATE VIEW v_hours AS
SELECT parcel, date_sub('hour', min(scanned_at), max(scanned_at)) AS hours FROM events GROUP BY parcel HAVING count(*) > 1;
