-- Unmeasured rows, bots, clicks without impressions, unknown campaigns.
INSERT INTO campaigns VALUES
    (41, 'Lake cabins'),
    (42, 'Lake cabins'),
    (43, ''),
    (44, 'Tree houses'),
    (45, 'House boats'),
    (46, 'Camp sites');

INSERT INTO daily_stats VALUES
    (41, DATE '2025-08-01', 'mobile',  1500, 30),
    (41, DATE '2025-08-02', 'mobile',  2500, NULL),
    (42, DATE '2025-08-01', 'desktop', 1600, 80),
    (42, DATE '2025-08-02', 'bot',     9000, 9),
    (43, DATE '2025-08-03', 'tablet',  2000, 30),
    -- clicks of the evening before
    (43, DATE '2025-08-04', 'tablet',  0, 4),
    -- 900 measured, 1,400 with the rest
    (44, DATE '2025-08-05', 'desktop', 900, 27),
    (44, DATE '2025-08-06', 'desktop', 500, NULL),
    -- 800 people, 1,300 with the bots
    (45, DATE '2025-08-05', 'mobile',  800, 24),
    (45, DATE '2025-08-05', 'bot',     500, 100),
    -- nothing measured
    (46, DATE '2025-08-07', 'mobile',  3000, NULL),
    -- no such campaign
    (49, DATE '2025-08-07', 'mobile',  5000, 400);
