-- Changes a microsecond apart, several on one day, at midnight, on 29 February and at the turn of the year; events whose ids run against time; account 0 and one below.
INSERT INTO plan_events VALUES
    (88, 0, TIMESTAMP '2023-12-31 23:59:59.999999', 'solo', 1),
    (87, 0, TIMESTAMP '2024-01-01 00:00:00', 'team', 2),
    (86, 0, TIMESTAMP '2024-01-01 00:00:00.000001', 'team', 3),
    (85, 0, TIMESTAMP '2024-02-29 00:00:00', 'solo', 1),
    (84, 0, TIMESTAMP '2024-02-29 23:59:59', NULL, NULL),
    (83, 0, TIMESTAMP '2024-03-01 00:00:00', 'solo', 1),
    -- back on the same plan within the same second
    (70, -4, TIMESTAMP '2024-07-31 18:00:00', 'team', 4),
    (71, -4, TIMESTAMP '2024-07-31 18:00:00.25', NULL, NULL),
    (72, -4, TIMESTAMP '2024-07-31 18:00:00.5', 'team', 4),
    -- the latest event has the lowest id
    (95, 12, TIMESTAMP '2024-08-01 09:00:00', 'solo', 1),
    (94, 12, TIMESTAMP '2024-08-01 15:00:00', 'team', 2),
    (93, 12, TIMESTAMP '2024-08-02 09:00:00', NULL, NULL);
