-- Several events of one account at one instant: the last id repeats the state before, cancels, comes back; the same setting delivered twice.
INSERT INTO plan_events VALUES
    -- changed and changed back in one instant: nothing changed
    (21, 31, TIMESTAMP '2025-02-01 10:00:00', 'team', 5),
    (22, 31, TIMESTAMP '2025-03-01 10:00:00', 'business', 9),
    (23, 31, TIMESTAMP '2025-03-01 10:00:00', 'team', 5),
    (24, 31, TIMESTAMP '2025-04-01 10:00:00', 'team', 6),
    -- cancelled and back in one instant
    (31, 32, TIMESTAMP '2025-02-01 10:00:00', 'solo', 1),
    (32, 32, TIMESTAMP '2025-03-05 12:00:00', NULL, NULL),
    (33, 32, TIMESTAMP '2025-03-05 12:00:00', 'solo', 1),
    -- set and cancelled in one instant
    (41, 33, TIMESTAMP '2025-02-01 10:00:00', 'team', 3),
    (42, 33, TIMESTAMP '2025-03-05 12:00:00', 'team', 4),
    (43, 33, TIMESTAMP '2025-03-05 12:00:00', NULL, NULL),
    -- the first instant has three events
    (53, 34, TIMESTAMP '2025-02-01 10:00:00', 'team', 2),
    (51, 34, TIMESTAMP '2025-02-01 10:00:00', 'solo', 1),
    (52, 34, TIMESTAMP '2025-02-01 10:00:00', 'business', NULL),
    (54, 34, TIMESTAMP '2025-06-01 10:00:00', 'solo', 1),
    -- the same setting delivered twice, and again later
    (61, 35, TIMESTAMP '2025-02-01 10:00:00', 'solo', 1),
    (62, 35, TIMESTAMP '2025-02-01 10:00:00', 'solo', 1),
    (63, 35, TIMESTAMP '2025-02-09 10:00:00', 'solo', 1),
    (64, 35, TIMESTAMP '2025-02-19 10:00:00', 'team', 2),
    -- two accounts change at one instant
    (71, 36, TIMESTAMP '2025-02-19 10:00:00', 'team', 2),
    (72, 37, TIMESTAMP '2025-02-19 10:00:00', 'team', 2);
