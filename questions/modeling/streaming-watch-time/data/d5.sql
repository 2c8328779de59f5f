-- No catalogue at all and nothing bad; one user with one session, one with two in the same month, one with a gap over new year.
INSERT INTO raw_watch_sessions VALUES
    (400, 'z1', 'solo', 'w1', '2020-12-24 18:00:00', '5400', 'web'),
    (401, 'z2', 'duo', 'w1', '2020-10-02 18:00:00', '300', 'phone'),
    (402, 'z3', 'duo', NULL, '2020-10-20 18:00:00', '500', 'phone'),
    (403, 'z4', 'gap', 'w2', '2020-11-05 18:00:00', '640', 'phone'),
    (404, 'z5', 'gap', 'w2', '2021-02-05 18:00:00', '160', 'phone');
