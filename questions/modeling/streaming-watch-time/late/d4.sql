-- Corrections over the end of a month and of a year, a last month that loses its only session, durations at the limits again.
INSERT INTO raw_content VALUES
    (2, 'b1', 'Boundary, second edition');

INSERT INTO raw_watch_sessions VALUES
    (25, 's4', 'low', 'b1', '2024-01-31 23:59:59', '2', 'tv'),
    (26, 's6', 'high', 'b1', '2024-02-10 12:00:00', '86401', 'tv'),
    (27, 's7', 'high', 'b1', '2024-03-10 12:00:00', '86400', 'tv'),
    (28, 's13', 'night', 'b1', '2024-01-01 00:00:00', '1800', 'smart tv'),
    (29, 's21', 'night', 'b1', '2024-02-29 23:59:59', '1', 'tv'),
    (30, 's1', 'low', 'b1', '2024-01-10 12:00:00', '1', 'tv'),
    (31, 's22', 'once', 'b1', '2023-12-31 23:59:59', '10', 'tv'),
    (32, 's25', 'once', 'b1', '2024-02-30 00:00:00', '10', 'tv'),
    (33, 's26', 'late', 'b1', '2023-11-30 23:59:59', '86400', 'tv');
