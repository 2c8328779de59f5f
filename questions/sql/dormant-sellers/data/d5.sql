-- No sales at all; sellers without a listing, with paused or removed listings only, with one active listing.
INSERT INTO sellers VALUES
    (7001, 'Nothing listed', NULL),
    (7002, 'Paused', NULL),
    (7003, 'Removed', NULL),
    (7004, 'One of each', NULL),
    (7005, 'One active', NULL),
    (7006, 'Closed', TIMESTAMP '2025-02-01 09:00:00');

INSERT INTO listings VALUES
    (9001, 7002, 'paused'),
    (9002, 7003, 'removed'),
    (9003, 7004, 'active'),
    (9004, 7004, 'paused'),
    (9005, 7004, 'removed'),
    (9006, 7005, 'active'),
    (9007, 7006, 'active');
