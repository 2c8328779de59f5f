INSERT INTO raw_events VALUES ('P1', 'accepted', '2024-03-01 08:00:00', '900'), ('P1', 'delivered', '2024-03-02 09:00:00', '905'), ('P2', 'accepted', '2024-03-01 08:30:00', NULL);
