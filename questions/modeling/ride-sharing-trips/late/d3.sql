-- Records for drivers who waited for one, bad deliveries that come back good, fares that come and one that goes, an offer for a lonely acceptance.
INSERT INTO raw_drivers VALUES
    (3, 'nobody', 'Moss', DATE '2021-04-01'),
    (4, 'no one', 'Oslo', DATE '2021-04-02'),
    (5, ' ', 'Oslo', DATE '2020-04-02');

INSERT INTO raw_trip_events VALUES
    (40, 'n1', 'p1', 'ola', 'completed', '2021-04-01 09:00:00', '21.10'),
    (41, 'n3', 'p3', 'ola', 'completed', '2021-04-01 09:00:00', '22.20'),
    (42, 'n4', 'p4', 'ola ', 'completed', '2021-04-01 09:00:00', NULL),
    (43, 'n13', 'p13', 'ola', 'completed', '2021-04-03 09:00:00', '5'),
    (44, 'n13', 'p13', NULL, 'completed', '2021-04-03 09:00:00', '5'),
    (45, 'n22', 'p18', 'nobody', 'requested', '2021-04-01 09:00:00', NULL),
    (46, 'n23', 'p19', 'new', 'requested', '2021-04-01 09:00:00', NULL),
    (47, 'n24', 'p20', 'new', 'rated', '2021-04-01 09:00:00', NULL);
