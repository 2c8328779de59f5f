INSERT INTO raw_events VALUES ('Q1', 'sorted', '2024-04-01 10:59:00', '120'), ('Q2', 'delivered', '2024-04-02 09:00:00', '50'), ('Q2', 'accepted', '2024-04-01 09:00:00', '50');
