INSERT INTO devices VALUES
    (1, 'Hall lamp'),
    (2, 'Front door'),
    (3, 'Radiator'),
    (4, 'Garage door');

INSERT INTO state_messages VALUES
    (1, TIMESTAMP '2025-03-01 07:00:00', 1, 'on',     90, FALSE),
    (2, TIMESTAMP '2025-03-01 07:05:00', 1, 'locked', 71, FALSE),
    (3, TIMESTAMP '2025-03-01 07:10:00', 1, '21.5',   55, FALSE),
    (1, TIMESTAMP '2025-03-01 08:30:00', 2, 'off',    89, FALSE),
    (4, TIMESTAMP '2025-03-01 08:40:00', 1, 'open',   64, FALSE),
    (3, TIMESTAMP '2025-03-01 09:10:00', 2, '20.0',   54, FALSE),
    (4, TIMESTAMP '2025-03-01 09:15:00', 2, 'closed', 64, FALSE),
    (3, TIMESTAMP '2025-03-01 11:10:00', 3, '19.5',   54, FALSE);
