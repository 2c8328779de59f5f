-- Copies of the first batch, corrections of corrections, an event that changes its kind, a bad copy after a good one, records in odd order.
INSERT INTO raw_drivers VALUES
    (19, 'ada', 'Graz', DATE '2022-05-01'),
    (18, 'ada', 'Wels', DATE '2022-05-01'),
    (20, 'bo', 'Graz', DATE '2021-06-01'),
    (21, 'cy', 'Graz', DATE '2022-05-04');

INSERT INTO raw_trip_events VALUES
    (530, 'a1', 'r1', 'ada', 'completed', '2022-05-01 10:00:00', '12.00'),
    (529, 'a1', 'r1', 'ada', 'completed', '2022-05-01 10:00:00', '11.00'),
    (531, 'a2', 'r2', 'ada', 'completed', '2022-05-01 11:00:00', '10.00'),
    (532, 'a4', 'r4', 'bo', 'completed', '2022-05-02 13:00:00', '-20.00'),
    (533, 'a8', 'r7', 'cy', 'started', '2022-05-03 12:00:00', NULL),
    (534, 'a9', 'r8', 'cy', 'completed', '2022-05-05 13:00:00', '31.00'),
    (535, 'a19', 'r2', 'bo', 'requested', '2022-05-01 08:59:00', NULL),
    (536, 'a20', 'r5', 'bo', 'cancelled', '2022-05-09 09:00:00', NULL),
    (537, 'a12', 'r1', 'cy', 'accepted', '2022-05-01 09:06:00', NULL),
    (538, 'a13', 'r1', 'cy', 'accepted', '2022-05-01 09:07:00', NULL);
