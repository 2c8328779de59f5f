-- Ties: equal rates from different volumes, rates that only look equal when rounded, a rank after a tie, rows that look alike.
INSERT INTO campaigns VALUES
    (31, 'Spring sale'),
    (32, 'Summer sale'),
    (33, 'Autumn sale'),
    (34, 'Winter sale'),
    (35, 'Clearance'),
    (36, 'Members'),
    (37, 'Newcomers');

INSERT INTO daily_stats VALUES
    -- 2.5% three times, from 1,000, 2,000 and 4,000 impressions
    (36, DATE '2025-07-20', 'mobile',  1000, 25),
    (32, DATE '2025-07-20', 'mobile',  1200, 10),
    (32, DATE '2025-07-21', 'desktop',  800, 40),
    (34, DATE '2025-08-20', 'tablet',  4000, 100),
    -- the next ones: 2.004% and 2.001%
    (31, DATE '2025-07-22', 'mobile',  25000, 500),
    (31, DATE '2025-07-23', 'mobile',  25000, 502),
    (33, DATE '2025-07-22', 'mobile',  50000, 1000),
    (33, DATE '2025-07-23', 'mobile',  50000, 1001),
    -- the same row from two ad servers
    (35, DATE '2025-09-01', 'desktop', 700, 30),
    (35, DATE '2025-09-01', 'desktop', 700, 30),
    (35, DATE '2025-09-02', 'desktop', 600, 2),
    -- 30 of 3,000 and no more
    (37, DATE '2025-09-03', 'mobile',  3000, 30);
