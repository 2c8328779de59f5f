-- Many rows per campaign, day and device; very uneven days, so that averages of rates and rates of sums part; two campaigns of one name.
INSERT INTO campaigns VALUES
    (81, 'Family'),
    (82, 'Family'),
    (83, 'Business'),
    (84, 'Last minute');

INSERT INTO daily_stats VALUES
    (81, DATE '2025-07-10', 'desktop', 5000, 50),
    (81, DATE '2025-07-10', 'mobile',   100, 20),
    (81, DATE '2025-07-11', 'desktop',   10,  5),
    (81, DATE '2025-07-11', 'desktop', 2000, 30),
    (82, DATE '2025-07-10', 'desktop',  900, 45),
    (82, DATE '2025-07-10', 'mobile',  3100, 31),
    (82, DATE '2025-07-11', 'mobile',     0,  0),
    (82, DATE '2025-07-11', 'tablet',   400, 60),
    (83, DATE '2025-08-10', 'tablet',   333,  7),
    (83, DATE '2025-08-10', 'tablet',   333,  7),
    (83, DATE '2025-08-11', 'mobile',   777, 11),
    (83, DATE '2025-08-11', 'bot',     7000, 12),
    (84, DATE '2025-09-10', 'mobile',  1234, 40),
    (84, DATE '2025-09-10', 'mobile',    56, 40),
    (84, DATE '2025-09-11', 'desktop',    0, 6);
