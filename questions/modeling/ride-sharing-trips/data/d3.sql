-- NULLs and empty strings in every column, blank ids, drivers without a record, missing fares, deliveries that are bad in several ways.
INSERT INTO raw_drivers VALUES
    (1, 'ola', 'Oslo', DATE '2021-01-01'),
    (2, 'ola ', 'Moss', DATE '2021-01-01');

INSERT INTO raw_trip_events VALUES
    (10, 'n1', 'p1', 'ola', 'completed', '2021-04-01 09:00:00', NULL),
    (11, 'n2', 'p2', 'ola', 'completed', '2021-04-01 09:00:00', ''),
    (12, 'n3', 'p3', 'ola', 'completed', '2021-04-01 09:00:00', ' '),
    (13, 'n4', 'p4', 'ola ', 'completed', '2021-04-01 09:00:00', '5'),
    (14, 'n5', 'p5', 'nobody', 'completed', '2021-04-01 09:00:00', '6.00'),
    (15, 'n6', 'p6', 'no one', 'completed', '2021-04-01 10:00:00', '7.00'),
    (16, ' ', ' ', ' ', 'completed', '2021-04-01 11:00:00', '8.00'),
    (17, NULL, 'p7', 'ola', 'completed', '2021-04-01 09:00:00', '5'),
    (18, '', 'p7', 'ola', 'completed', '2021-04-01 09:00:00', '5'),
    (19, 'n7', NULL, 'ola', 'nap', NULL, '5'),
    (20, 'n8', 'p8', NULL, 'completed', '2021-04-01 09:00:00', 'x'),
    (21, 'n9', 'p9', '', 'requested', 'later', NULL),
    (22, 'n10', 'p10', 'ola', NULL, '2021-04-01 09:00:00', '5'),
    (23, 'n11', 'p11', 'ola', '', '2021-04-01', '5'),
    (24, 'n12', 'p12', 'ola', 'complete', '', 'x'),
    (25, 'n13', 'p13', 'ola', 'completed', NULL, '5'),
    (26, 'n14', 'p14', 'ola', 'completed', '', 'x'),
    (27, 'n15', 'p15', 'ola', 'requested', '2021-04-01T09:00:00', NULL),
    (28, 'n16', 'p16', 'ola', 'requested', '2021-04-01 09:00:00', 'free'),
    (29, 'n17', 'p16', 'ola', 'accepted', '2021-04-01 09:00:00', '-1'),
    (30, 'n18', 'p17', 'nobody', 'REQUESTED', '2021-04-01 09:00:00', ''),
    (31, 'n19', 'p18', 'nobody', 'accepted', '2021-04-01 09:00:00', NULL),
    (32, 'n20', 'p1', 'ola', '  Cancelled', '2021-04-02 09:00:00+00', NULL),
    (33, 'n21', 'p2', 'nobody', 'Cancelled ', '2021-03-02 09:00:00', NULL),
    (34, NULL, NULL, NULL, NULL, NULL, NULL);
