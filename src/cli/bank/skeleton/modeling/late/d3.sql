INSERT INTO raw_events VALUES ('S2', 'found', '2024-06-09 08:00:00', NULL), ('S3', 'lost', '2024-06-01 23:59:00', NULL), ('S1', 'delivered', '2024-06-02 08:00:00', '9');
