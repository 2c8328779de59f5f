INSERT INTO plan_events VALUES
    (1, 101, TIMESTAMP '2025-01-07 09:20:00', 'solo', 1),
    (2, 102, TIMESTAMP '2025-01-09 14:05:00', 'team', 5),
    (3, 103, TIMESTAMP '2025-01-20 08:00:00', 'solo', 1),
    (4, 102, TIMESTAMP '2025-02-11 10:30:00', 'business', 30),
    (5, 101, TIMESTAMP '2025-03-02 16:45:00', 'team', 4),
    (6, 102, TIMESTAMP '2025-04-15 11:10:00', 'team', 8),
    (7, 104, TIMESTAMP '2025-05-05 12:00:00', 'team', 3);
