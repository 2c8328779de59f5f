-- Drivers without trips, without ratings, with a single rated trip, with cancelled trips only.
INSERT INTO drivers VALUES
    (55, 'Crane'),
    (54, 'Stork'),
    (53, 'Ibis'),
    (52, 'Egret'),
    (51, 'Spoonbill');

INSERT INTO trips VALUES
    (5001, 52, TIMESTAMP '2020-06-01 08:00:00', 'completed'),
    (5002, 52, TIMESTAMP '2020-06-01 09:00:00', 'completed'),
    (5003, 53, TIMESTAMP '2020-06-01 08:00:00', 'completed'),
    (5004, 54, TIMESTAMP '2020-06-01 08:00:00', 'completed'),
    (5005, 55, TIMESTAMP '2020-06-01 08:00:00', 'cancelled');

INSERT INTO trip_ratings VALUES
    (8001, 5003, 5, TIMESTAMP '2020-06-01 08:00:00'),
    (8002, 5004, 4, TIMESTAMP '2020-06-01 08:00:00'),
    (8003, 5005, 5, TIMESTAMP '2020-06-01 08:00:00');
