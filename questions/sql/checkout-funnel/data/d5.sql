-- Days with views and nothing else, one funnel in a day, days without a view, a step nobody reached.
INSERT INTO shop_events VALUES
    (501, 51, 861, 'view', TIMESTAMP '2024-05-01 10:00:00'),
    (502, 52, 861, 'view', TIMESTAMP '2024-05-02 10:00:00'),
    (503, 52, 861, 'cart', TIMESTAMP '2024-05-02 10:10:00'),
    (504, 53, 861, 'paid', TIMESTAMP '2024-05-03 10:00:00'),
    (505, 54, 862, 'view', TIMESTAMP '2024-05-04 10:00:00'),
    (506, 54, 862, 'cart', TIMESTAMP '2024-05-04 10:01:00'),
    (507, 54, 862, 'checkout', TIMESTAMP '2024-05-04 10:02:00'),
    (508, 54, 862, 'paid', TIMESTAMP '2024-05-04 10:03:00'),
    (509, 55, 862, 'view', TIMESTAMP '2024-05-04 10:00:00'),
    (510, 56, 862, 'view', TIMESTAMP '2024-05-04 10:00:00'),
    (511, 57, 863, 'view', TIMESTAMP '2024-05-05 10:00:00'),
    (512, 57, 863, 'cart', TIMESTAMP '2024-05-05 10:01:00'),
    (513, 57, 863, 'checkout', TIMESTAMP '2024-05-05 10:02:00');
