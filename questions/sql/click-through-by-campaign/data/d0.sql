INSERT INTO campaigns VALUES
    (11, 'Coast weekends'),
    (12, 'City breaks'),
    (13, 'Ski early birds');

INSERT INTO daily_stats VALUES
    (11, DATE '2025-07-14', 'desktop', 2000, 46),
    (11, DATE '2025-07-15', 'mobile',  2000, 61),
    (12, DATE '2025-08-02', 'desktop', 3000, 57),
    (12, DATE '2025-08-03', 'desktop', 3000, 48),
    (12, DATE '2025-08-04', 'mobile',  3000, 72),
    (13, DATE '2025-09-10', 'mobile',  4000, 140),
    (13, DATE '2025-09-11', 'tablet',  4000, 133),
    (13, DATE '2025-11-20', 'mobile',  4000, 210);
