CREATE TABLE raw_events (parcel VARCHAR, state VARCHAR, scanned_at VARCHAR, grams VARCHAR);
