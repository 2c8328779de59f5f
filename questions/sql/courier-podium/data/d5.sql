-- A city without deliveries, one with late deliveries only, one with a single courier, couriers who never delivered, other months only.
INSERT INTO cities VALUES
    (51, 'No deliveries'),
    (52, 'Always late'),
    (53, 'One courier'),
    (54, 'Two couriers and a latecomer'),
    (55, 'Other months');

INSERT INTO couriers VALUES
    (501, 'Waiting', 51),
    (502, 'Late', 52),
    (503, 'Only one', 53),
    (504, 'Never out', 53),
    (505, 'Both', 54),
    (506, 'And', 54),
    (507, 'Latecomer', 54),
    (508, 'April', 55);

INSERT INTO deliveries VALUES
    (5001, 52, 502, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 12:40:00'),
    (5002, 53, 503, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:40:00'),
    (5003, 54, 505, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:40:00'),
    (5004, 54, 505, TIMESTAMP '2024-05-12 12:00:00', TIMESTAMP '2024-05-12 11:40:00'),
    (5005, 54, 506, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:40:00'),
    (5006, 54, 507, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 12:10:00'),
    (5007, 54, 507, TIMESTAMP '2024-05-11 12:00:00', TIMESTAMP '2024-05-11 12:10:00'),
    (5008, 55, 508, TIMESTAMP '2024-04-10 12:00:00', TIMESTAMP '2024-04-10 11:40:00'),
    (5009, 55, 508, TIMESTAMP '2024-06-10 12:00:00', TIMESTAMP '2024-06-10 11:40:00');
