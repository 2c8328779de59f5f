-- The first drivers there ever were, one who never drives, and the first bad delivery; the only trip that counted is cancelled, another one counts.
INSERT INTO raw_drivers VALUES
    (1, 'lone', 'Bern', DATE '2020-10-03'),
    (2, 'rest', 'Chur', DATE '2020-10-03'),
    (3, 'idle', 'Bern', DATE '2020-10-02');

INSERT INTO raw_trip_events VALUES
    (703, 's4', 'w1', 'lone', 'cancelled', '2020-10-02 18:30:00', NULL),
    (704, 's5', 'w3', 'idle', 'completed', '2020-10-02 19:30:00', ''),
    (705, 's6', 'w2', 'lone', 'accepted', '2020-10-02 19:00:00', NULL),
    (706, 's7', 'w2', 'lone', 'completed', '2020-10-03 00:00:00', 'ten');
