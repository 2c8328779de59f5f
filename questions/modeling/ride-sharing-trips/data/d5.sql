-- No drivers at all and nothing bad: one finished trip, one offer, one trip that was only started.
INSERT INTO raw_trip_events VALUES
    (700, 's1', 'w1', 'lone', 'completed', '2020-10-02 18:00:00', '15'),
    (701, 's2', 'w2', 'lone', 'requested', '2020-10-02 19:00:00', NULL),
    (702, 's3', 'w3', 'idle', 'started', '2020-10-02 19:00:00', NULL);
