-- Versions of one reading that arrive at the same instant, messages delivered twice, equal values of different readings.
INSERT INTO messages VALUES
    -- two versions at one instant, on time; the higher message id counts
    (71, 21, TIMESTAMP '2025-07-01 10:10:00', TIMESTAMP '2025-07-01 10:10:02', 0.900),
    (72, 21, TIMESTAMP '2025-07-01 10:10:00', TIMESTAMP '2025-07-01 10:10:02', 0.300),
    (73, 21, TIMESTAMP '2025-07-01 10:40:00', TIMESTAMP '2025-07-01 10:40:02', 0.300),
    -- two corrections at one instant, both late
    (74, 21, TIMESTAMP '2025-07-01 11:10:00', TIMESTAMP '2025-07-01 11:10:02', 0.500),
    (75, 21, TIMESTAMP '2025-07-01 11:10:00', TIMESTAMP '2025-07-01 18:00:00', 0.560),
    (76, 21, TIMESTAMP '2025-07-01 11:10:00', TIMESTAMP '2025-07-01 18:00:00', 0.550),
    -- two versions at one instant on time, then a late one
    (78, 22, TIMESTAMP '2025-07-01 10:10:00', TIMESTAMP '2025-07-01 10:10:02', 1.100),
    (77, 22, TIMESTAMP '2025-07-01 10:10:00', TIMESTAMP '2025-07-01 10:10:02', 1.200),
    (79, 22, TIMESTAMP '2025-07-01 10:10:00', TIMESTAMP '2025-07-01 15:00:00', 1.300),
    -- two corrections at one instant, the higher id first
    (85, 22, TIMESTAMP '2025-07-01 11:10:00', TIMESTAMP '2025-07-01 19:00:00', 0.410),
    (84, 22, TIMESTAMP '2025-07-01 11:10:00', TIMESTAMP '2025-07-01 19:00:00', 0.420),
    -- the same message delivered twice, on time and late
    (80, 23, TIMESTAMP '2025-07-01 10:20:00', TIMESTAMP '2025-07-01 10:20:01', 0.250),
    (81, 23, TIMESTAMP '2025-07-01 10:20:00', TIMESTAMP '2025-07-01 10:20:01', 0.250),
    (82, 23, TIMESTAMP '2025-07-01 10:50:00', TIMESTAMP '2025-07-01 14:00:00', 0.250),
    (83, 23, TIMESTAMP '2025-07-01 10:50:00', TIMESTAMP '2025-07-01 14:00:00', 0.250);
