INSERT INTO drivers VALUES
    (1, 'Kestrel'),
    (2, 'Plover'),
    (3, 'Heron');

INSERT INTO trips VALUES
    (101, 1, TIMESTAMP '2024-09-02 08:10:00', 'completed'),
    (102, 1, TIMESTAMP '2024-09-02 09:00:00', 'completed'),
    (103, 1, TIMESTAMP '2024-09-02 10:20:00', 'completed'),
    (104, 1, TIMESTAMP '2024-09-02 11:00:00', 'completed'),
    (105, 1, TIMESTAMP '2024-09-02 12:30:00', 'completed'),
    (106, 2, TIMESTAMP '2024-09-02 08:30:00', 'completed'),
    (107, 2, TIMESTAMP '2024-09-02 09:15:00', 'completed'),
    (108, 2, TIMESTAMP '2024-09-02 10:45:00', 'completed'),
    (109, 3, TIMESTAMP '2024-09-02 08:40:00', 'completed'),
    (110, 3, TIMESTAMP '2024-09-02 09:50:00', 'completed');

INSERT INTO trip_ratings VALUES
    (901, 101, 5, TIMESTAMP '2024-09-02 08:15:00'),
    (902, 102, 5, TIMESTAMP '2024-09-02 09:05:00'),
    (903, 103, 5, TIMESTAMP '2024-09-02 10:30:00'),
    (904, 104, 3, TIMESTAMP '2024-09-02 11:20:00'),
    (905, 105, 5, TIMESTAMP '2024-09-02 12:40:00'),
    (906, 106, 4, TIMESTAMP '2024-09-02 08:35:00'),
    (907, 107, 5, TIMESTAMP '2024-09-02 09:20:00'),
    (908, 108, 5, TIMESTAMP '2024-09-02 10:50:00'),
    (909, 109, 5, TIMESTAMP '2024-09-02 08:45:00'),
    (910, 110, 2, TIMESTAMP '2024-09-02 09:55:00');
