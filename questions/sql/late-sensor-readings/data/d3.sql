-- Messages without a measuring time, withdrawn readings (no value) on time and late, a withdrawal taken back, values of zero.
INSERT INTO messages VALUES
    (501, 41, NULL, TIMESTAMP '2025-10-03 09:00:00', 3.000),
    (502, 41, NULL, TIMESTAMP '2025-10-03 09:10:00', 4.000),
    -- withdrawn in time
    (503, 41, TIMESTAMP '2025-10-03 10:05:00', TIMESTAMP '2025-10-03 10:05:02', 2.000),
    (504, 41, TIMESTAMP '2025-10-03 10:05:00', TIMESTAMP '2025-10-03 10:30:00', NULL),
    (505, 41, TIMESTAMP '2025-10-03 10:35:00', TIMESTAMP '2025-10-03 10:35:02', 1.000),
    -- the only reading of the hour, withdrawn late
    (506, 41, TIMESTAMP '2025-10-03 11:05:00', TIMESTAMP '2025-10-03 11:05:02', 1.500),
    (507, 41, TIMESTAMP '2025-10-03 11:05:00', TIMESTAMP '2025-10-03 19:00:00', NULL),
    -- first without a value, then delivered late
    (508, 41, TIMESTAMP '2025-10-03 12:05:00', TIMESTAMP '2025-10-03 12:05:02', NULL),
    (509, 41, TIMESTAMP '2025-10-03 12:05:00', TIMESTAMP '2025-10-03 20:00:00', 1.700),
    -- late and withdrawn
    (510, 42, TIMESTAMP '2025-10-03 10:05:00', TIMESTAMP '2025-10-03 16:00:00', 0.800),
    (511, 42, TIMESTAMP '2025-10-03 10:05:00', TIMESTAMP '2025-10-03 17:00:00', NULL),
    (512, 42, TIMESTAMP '2025-10-03 10:25:00', TIMESTAMP '2025-10-03 10:25:09', 0.600),
    -- zero is a value
    (513, 42, TIMESTAMP '2025-10-03 11:05:00', TIMESTAMP '2025-10-03 11:05:02', 0.000),
    (514, 43, NULL, TIMESTAMP '2025-10-03 12:00:00', NULL);
