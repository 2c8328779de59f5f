-- A fare that comes late, a driver whose trip was there before, a driver who moved, a trip cancelled afterwards, a copy.
INSERT INTO raw_drivers VALUES
    (3, 'd-3', 'Porto', DATE '2024-03-02'),
    (4, 'd-1', 'Braga', DATE '2024-03-02');

INSERT INTO raw_trip_events VALUES
    (115, 'e-8', 't-2', 'd-2', 'completed', '2024-03-01 09:20:00', '11.50'),
    (116, 'e-14', 't-5', 'd-1', 'completed', '2024-03-02 12:00:00', '9.90'),
    (117, 'e-15', 't-3', 'd-3', 'cancelled', '2024-03-03 09:00:00', NULL),
    (118, 'e-2', 't-1', 'd-1', 'requested', '2024-03-01 08:01:00', NULL);
