-- Corrections over midnight and over a year, a day that loses its only trip, a backdated move, a move that goes back to the city before.
INSERT INTO raw_drivers VALUES
    (4, 'east', 'Gera', DATE '2023-12-30'),
    (5, 'west', 'Jena', DATE '2024-03-04'),
    (6, 'west', 'Jena', DATE '2024-05-01'),
    (7, 'east', 'Jena', DATE '2025-01-01');

INSERT INTO raw_trip_events VALUES
    (40, 'b4', 'q4', 'west', 'completed', '2023-12-31 23:59:58', '1.08'),
    (41, 'b6', 'q6', 'east', 'completed', '2024-02-28 00:00:00', '1.33'),
    (42, 'b32', 'q15', 'west', 'cancelled', '2024-03-05 12:00:00', NULL),
    (43, 'b16', 'q16', 'west', 'completed', '2024-03-03 13:00:00', '1000'),
    (44, 'b18', 'q18', 'west', 'completed', '2024-03-04 13:00:00', '7.500'),
    (45, 'b33', 'q29', 'east', 'completed', '2023-12-29 12:00:00', '3'),
    (46, 'b30', 'q27', 'west', 'completed', '2024-04-30 23:59:59', '40.00');
