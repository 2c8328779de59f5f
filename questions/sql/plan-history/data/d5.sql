-- Groups of one: accounts with one event, an account that only ever cancelled, one that is gone, a single event without an account.
INSERT INTO plan_events VALUES
    (301, 9001, TIMESTAMP '2026-02-02 10:00:00', 'solo', 1),
    (302, 9002, TIMESTAMP '2026-02-03 10:00:00', NULL, NULL),
    (303, 9003, TIMESTAMP '2026-02-04 10:00:00', 'business', NULL),
    (304, 9004, TIMESTAMP '2026-02-05 10:00:00', 'team', 7),
    (305, 9004, TIMESTAMP '2026-02-06 10:00:00', NULL, NULL),
    (306, NULL, TIMESTAMP '2026-02-07 10:00:00', 'solo', 1);
