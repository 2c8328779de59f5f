-- Fifteen minutes to the microsecond, fifteen minutes after the reading against after the hour, hour limits, turn of the year, leap day, negative values.
INSERT INTO messages VALUES
    -- the hour 22:00 to 23:00: published with what arrived by 23:15 exactly
    (1, 5, TIMESTAMP '2023-12-31 22:00:00', TIMESTAMP '2023-12-31 23:14:59.999999', 1.000),
    (2, 5, TIMESTAMP '2023-12-31 22:20:00', TIMESTAMP '2023-12-31 23:15:00', 2.000),
    (3, 5, TIMESTAMP '2023-12-31 22:59:59.999999', TIMESTAMP '2023-12-31 23:15:00.000001', 4.000),
    -- the last hour of the year
    (4, 5, TIMESTAMP '2023-12-31 23:00:00', TIMESTAMP '2024-01-01 00:15:00', 8.000),
    (5, 5, TIMESTAMP '2023-12-31 23:30:00', TIMESTAMP '2024-01-01 00:15:30', 16.000),
    -- the first hour of the next one
    (6, 5, TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-01-01 00:00:00', 32.000),
    -- a correction in the last moment and one just too late
    (7, 6, TIMESTAMP '2024-02-29 23:10:00', TIMESTAMP '2024-02-29 23:10:01', 1.000),
    (8, 6, TIMESTAMP '2024-02-29 23:10:00', TIMESTAMP '2024-03-01 00:15:00', 1.250),
    (9, 6, TIMESTAMP '2024-02-29 23:10:00', TIMESTAMP '2024-03-01 00:15:00.000001', 1.500),
    (10, 6, TIMESTAMP '2024-02-29 23:10:00.000001', TIMESTAMP '2024-02-29 23:10:02', 0.001),
    -- 14 minutes after the hour, 70 minutes after the reading; arrived before it was measured
    (11, 6, TIMESTAMP '2024-03-01 00:04:00', TIMESTAMP '2024-03-01 01:14:00', 2.500),
    (12, 6, TIMESTAMP '2024-03-01 00:50:00', TIMESTAMP '2024-03-01 00:49:30', 0.500),
    -- below zero: fed into the grid; adding up to zero
    (13, 7, TIMESTAMP '2024-06-30 12:15:00', TIMESTAMP '2024-06-30 12:15:01', -0.750),
    (14, 7, TIMESTAMP '2024-06-30 12:45:00', TIMESTAMP '2024-06-30 12:45:01', 0.750),
    (15, 7, TIMESTAMP '2024-06-30 13:15:00', TIMESTAMP '2024-06-30 14:16:00', -0.400);
