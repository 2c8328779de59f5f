-- Events without an account, unlimited seats (NULL) on both sides of a change, cancellations from unlimited plans, a first event that cancels, two cancellations in a row.
INSERT INTO plan_events VALUES
    (901, NULL, TIMESTAMP '2024-05-01 08:00:00', 'team', 5),
    (902, NULL, TIMESTAMP '2024-05-03 08:00:00', 'business', 50),
    (903, 61, TIMESTAMP '2024-05-01 09:00:00', 'business', 50),
    (904, 61, TIMESTAMP '2024-05-11 09:00:00', 'business', NULL),
    (905, 61, TIMESTAMP '2024-05-21 09:00:00', 'business', NULL),
    (906, 61, TIMESTAMP '2024-06-01 09:00:00', 'business', 40),
    (907, 62, TIMESTAMP '2024-05-02 09:00:00', 'business', NULL),
    (908, 62, TIMESTAMP '2024-05-12 09:00:00', NULL, NULL),
    (909, 62, TIMESTAMP '2024-05-14 09:00:00', NULL, NULL),
    (910, 62, TIMESTAMP '2024-06-12 09:00:00', 'business', NULL),
    (911, 63, TIMESTAMP '2024-05-02 09:00:00', NULL, NULL),
    (912, 63, TIMESTAMP '2024-05-05 09:00:00', 'solo', 1),
    (913, 64, TIMESTAMP '2024-05-05 09:00:00', 'solo', NULL),
    (914, 64, TIMESTAMP '2024-05-06 09:00:00', 'team', NULL),
    (915, 64, TIMESTAMP '2024-05-07 09:00:00', 'team', 3),
    (916, 64, TIMESTAMP '2024-05-08 09:00:00', NULL, NULL),
    (917, 65, TIMESTAMP '2024-05-08 09:00:00', NULL, NULL);
