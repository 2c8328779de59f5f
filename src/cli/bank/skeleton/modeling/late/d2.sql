INSERT INTO raw_events VALUES ('R3', 'accepted', '2024-05-04 08:30:00', '9'), ('R3', 'sorted', '2024-05-04 10:15:00', '10'), ('R1', 'sorted', '2024-05-02 08:00:00', '701');
