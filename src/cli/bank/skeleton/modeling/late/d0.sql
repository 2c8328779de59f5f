INSERT INTO raw_events VALUES ('P2', 'delivered', '2024-03-04 10:00:00', '410'), ('P1', 'delivered', '2024-03-02 09:00:00', '905'), ('P3', 'accepted', '2024-02-29 08:00:00', '55');
