-- Campaigns without statistics, one with only days without impressions, one small one.
INSERT INTO campaigns VALUES
    (71, 'Not started'),
    (72, 'Paused'),
    (73, 'Tiny'),
    (74, 'Only one');

INSERT INTO daily_stats VALUES
    (72, DATE '2025-07-05', 'desktop', 0, 0),
    (72, DATE '2025-07-06', 'mobile',  0, 0),
    (73, DATE '2025-07-05', 'mobile',  6, 1),
    (74, DATE '2025-09-12', 'mobile',  2400, 31);
