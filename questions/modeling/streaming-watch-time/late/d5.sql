-- The first titles there ever were, and the first bad delivery.
INSERT INTO raw_content VALUES
    (1, 'w1', 'Winter'),
    (2, 'w9', 'Nobody watched this');

INSERT INTO raw_watch_sessions VALUES
    (405, 'z2', 'solo', 'w1', '2020-10-02 18:00:00', '300', 'phone'),
    (406, 'z6', 'gap', 'w2', '2020-12-05 18:00:00', '100', 'phone'),
    (407, 'z7', NULL, 'w2', '2020-12-05 18:00:00', '100', 'phone');
