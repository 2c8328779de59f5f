-- Stores without any payment, with payments of other months only, with a single payment, without card payments.
INSERT INTO stores VALUES
    (55, 'Not open yet'),
    (54, 'Closed in March'),
    (53, 'One coffee'),
    (52, 'Cash only'),
    (51, 'Unknown only');

INSERT INTO payments VALUES
    (5001, 54, TIMESTAMP '2025-02-14 10:00:00', 'card', 4.00),
    (5002, 54, TIMESTAMP '2025-04-14 10:00:00', 'cash', 4.00),
    (5003, 53, TIMESTAMP '2025-03-14 10:00:00', 'card', 3.10),
    (5004, 52, TIMESTAMP '2025-03-14 10:00:00', 'cash', 6.00),
    (5005, 52, TIMESTAMP '2025-03-15 10:00:00', 'cash', 2.50),
    (5006, 51, TIMESTAMP '2025-03-16 10:00:00', NULL, 2.50);
