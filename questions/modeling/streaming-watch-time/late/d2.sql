-- Copies of the first batch, corrections of corrections, a bad copy after a good one, a good one after bad ones, titles renamed back.
INSERT INTO raw_content VALUES
    (55, 'm1', 'Twin'),
    (57, 'm2', 'Twin'),
    (56, 'm2', 'Single'),
    (58, 'm3', 'Old name'),
    (59, 'm1', 'Triplet'),
    (60, 'm1', 'Twin');

INSERT INTO raw_watch_sessions VALUES
    (920, 'a', 'ann', 'm1', '2022-05-01 10:00:00', '100', 'tv'),
    (922, 'c', 'ann', 'm2', '2022-06-10 10:00:00', '410', 'tv'),
    (921, 'c', 'ann', 'm2', '2022-08-10 10:00:00', '999', 'tv'),
    (923, 'd', 'bob', 'm2', '2022-07-10 11:00:00', '250', 'tv'),
    (924, 'e', 'bob', 'm1', '2022-05-20', '800', 'tv'),
    (925, 'f', 'bob', 'm3', '2022-09-21 10:00:00', '330', 'tv'),
    (926, 'f', 'bob', 'm3', '2022-09-21 10:00:00', '330', 'tv'),
    (927, 'g', '', 'm3', '2022-06-21 10:00:00', '320', 'tv'),
    (928, 'i', 'cem', 'm3', '2022-06-21 10:00:00', '500', 'tv'),
    (929, 'h', 'ann', 'm3', '2022-06-21 10:00:00', '500', 'tv');
