-- Messages a microsecond apart, midnight, turn of the year and leap day, a sequence that starts again at 0, battery 0 and 100, delete and return.
INSERT INTO devices VALUES
    (0, 'Hub'),
    (-1, 'Old hub'),
    (41, 'Strip'),
    (42, 'Lock'),
    (43, 'Meter'),
    (44, 'Pump');

INSERT INTO state_messages VALUES
    (0, TIMESTAMP '2023-12-31 23:59:59.999999', 65535, 'last of the year', 0, FALSE),
    (0, TIMESTAMP '2024-01-01 00:00:00', 0, 'first of the year', 100, FALSE),
    (-1, TIMESTAMP '2024-02-29 23:59:59.999999', 8, 'leap day', 1, FALSE),
    (-1, TIMESTAMP '2024-02-29 23:59:59.999998', 9, 'before', 2, FALSE),
    -- deleted, then added again with a new sequence
    (41, TIMESTAMP '2024-03-01 10:00:00', 40, 'on', 30, FALSE),
    (41, TIMESTAMP '2024-03-02 10:00:00', 41, NULL, NULL, TRUE),
    (41, TIMESTAMP '2024-03-03 10:00:00', 0, 'off', 99, FALSE),
    -- deleted, added, deleted a microsecond later
    (42, TIMESTAMP '2024-03-02 10:00:00', 5, NULL, NULL, TRUE),
    (42, TIMESTAMP '2024-03-03 10:00:00', 1, 'shut', 99, FALSE),
    (42, TIMESTAMP '2024-03-03 10:00:00.000001', 0, NULL, NULL, TRUE),
    -- a tombstone with a state on it; a late delivery from before the tombstone
    (43, TIMESTAMP '2024-03-04 10:00:00', 7, 'counting', 50, TRUE),
    (43, TIMESTAMP '2024-03-04 09:59:59.999999', 8, 'counting', 51, FALSE),
    -- a tombstone, then a message at the same instant with a higher sequence
    (44, TIMESTAMP '2024-03-04 10:00:00', 7, NULL, NULL, TRUE),
    (44, TIMESTAMP '2024-03-04 10:00:00', 8, 'running', 0, FALSE);
