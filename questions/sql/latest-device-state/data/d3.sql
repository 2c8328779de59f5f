-- Messages without a time, unknown devices, empty names and states, missing values in the last message.
INSERT INTO devices VALUES
    (31, 'Thermostat'),
    (32, ''),
    (33, 'Sensor'),
    (34, 'Sensor'),
    (35, 'Camera'),
    (36, 'Plug'),
    (37, 'Valve');

INSERT INTO state_messages VALUES
    -- a dated message beats every undated one, whatever the sequence
    (31, NULL, 99, 'undated', 10, FALSE),
    (31, TIMESTAMP '2025-05-06 06:00:00', 2, 'dated', 60, FALSE),
    -- only undated messages: the sequence decides
    (32, NULL, 4, '', 20, FALSE),
    (32, NULL, 6, 'newer', 19, FALSE),
    (32, NULL, 5, 'between', 18, FALSE),
    -- an undated tombstone is older than a dated message
    (33, TIMESTAMP '2025-05-06 06:00:00', 1, 'dry', 44, FALSE),
    (33, NULL, 50, NULL, NULL, TRUE),
    -- only an undated tombstone
    (34, NULL, 7, NULL, NULL, TRUE),
    -- the last message has no battery, or no state
    (35, TIMESTAMP '2025-05-06 06:00:00', 1, 'recording', 88, FALSE),
    (35, TIMESTAMP '2025-05-06 07:00:00', 2, 'paused', NULL, FALSE),
    (36, TIMESTAMP '2025-05-06 06:00:00', 1, 'on', 12, FALSE),
    (36, TIMESTAMP '2025-05-06 07:00:00', 2, NULL, 11, FALSE),
    (37, TIMESTAMP '2025-05-06 06:00:00', 1, 'open', 5, FALSE),
    (37, TIMESTAMP '2025-05-06 07:00:00', 2, '', 4, FALSE),
    -- unknown devices
    (999, TIMESTAMP '2025-05-06 08:00:00', 1, 'on', 77, FALSE),
    (998, NULL, 1, 'on', 77, FALSE);
