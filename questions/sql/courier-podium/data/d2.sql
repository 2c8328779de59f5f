-- Ties at the top, in the middle and at the cut, a tie below it, deliveries that repeat in every detail.
INSERT INTO cities VALUES
    (21, 'Ties at the top'),
    (22, 'Tie at the cut'),
    (23, 'Tie in the middle'),
    (24, 'All the same');

INSERT INTO couriers VALUES
    (201, 'Amber', 21), (202, 'Bronze', 21), (203, 'Copper', 21), (204, 'Dune', 21),
    (205, 'Ebony', 22), (206, 'Fawn', 22), (207, 'Gold', 22), (208, 'Hazel', 22), (209, 'Indigo', 22),
    (210, 'Jade', 23), (211, 'Khaki', 23), (212, 'Lilac', 23), (213, 'Mauve', 23),
    (214, 'Navy', 24), (215, 'Ochre', 24), (216, 'Pearl', 24), (217, 'Rose', 24);

-- city, courier, on-time deliveries: each of them at the same minute, so the rows repeat
INSERT INTO deliveries
SELECT
    ROW_NUMBER() OVER (ORDER BY plan.courier_id, copies.n),
    plan.city_id,
    plan.courier_id,
    TIMESTAMP '2024-05-15 12:00:00',
    TIMESTAMP '2024-05-15 11:50:00'
FROM (
    VALUES
        (21, 201, 4), (21, 202, 4), (21, 203, 3), (21, 204, 2),
        (22, 205, 5), (22, 206, 4), (22, 207, 2), (22, 208, 2), (22, 209, 1),
        (23, 210, 4), (23, 211, 3), (23, 212, 3), (23, 213, 2),
        (24, 214, 1), (24, 215, 1), (24, 216, 1), (24, 217, 1)
) AS plan (city_id, courier_id, times)
JOIN range(1, 6) AS copies(n) ON copies.n <= plan.times;

-- late ones, which change what was due: tied couriers differ, and the higher id has fewer due
INSERT INTO deliveries VALUES
    (900, 21, 201, TIMESTAMP '2024-05-16 12:00:00', TIMESTAMP '2024-05-16 12:30:00'),
    (901, 22, 207, TIMESTAMP '2024-05-16 12:00:00', TIMESTAMP '2024-05-16 12:30:00'),
    (902, 22, 207, TIMESTAMP '2024-05-16 12:00:00', TIMESTAMP '2024-05-16 12:30:00'),
    (903, 22, 208, TIMESTAMP '2024-05-16 12:00:00', NULL),
    (904, 24, 215, TIMESTAMP '2024-05-16 12:00:00', TIMESTAMP '2024-05-16 12:30:00'),
    (905, 24, 214, TIMESTAMP '2024-05-16 12:00:00', NULL);
