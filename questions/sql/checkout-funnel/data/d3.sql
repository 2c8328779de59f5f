-- Guests, events without a product, steps without a view, a user id equal to a product id.
INSERT INTO shop_events VALUES
    (301, NULL, 701, 'view', TIMESTAMP '2024-03-01 10:00:00'),
    (302, NULL, 701, 'cart', TIMESTAMP '2024-03-01 10:05:00'),
    (303, 31, NULL, 'view', TIMESTAMP '2024-03-01 11:00:00'),
    (304, 31, NULL, 'cart', TIMESTAMP '2024-03-01 11:05:00'),
    (305, NULL, NULL, 'view', TIMESTAMP '2024-03-01 12:00:00'),
    (306, 32, 701, 'view', TIMESTAMP '2024-03-01 13:00:00'),
    -- the guest and the event without a product don't carry a user on
    (307, NULL, 701, 'cart', TIMESTAMP '2024-03-01 13:05:00'),
    (308, 32, NULL, 'cart', TIMESTAMP '2024-03-01 13:06:00'),
    -- a day with guests only: no row
    (309, NULL, 702, 'view', TIMESTAMP '2024-03-02 13:00:00'),
    -- steps without a view
    (311, 33, 701, 'cart', TIMESTAMP '2024-03-03 10:00:00'),
    (312, 33, 701, 'checkout', TIMESTAMP '2024-03-03 10:05:00'),
    (313, 33, 701, 'paid', TIMESTAMP '2024-03-03 10:06:00'),
    -- cart skipped, checkout skipped
    (321, 34, 703, 'view', TIMESTAMP '2024-03-04 10:00:00'),
    (322, 34, 703, 'checkout', TIMESTAMP '2024-03-04 10:05:00'),
    (323, 34, 703, 'paid', TIMESTAMP '2024-03-04 10:06:00'),
    (324, 35, 703, 'view', TIMESTAMP '2024-03-04 10:00:00'),
    (325, 35, 703, 'cart', TIMESTAMP '2024-03-04 10:05:00'),
    (326, 35, 703, 'paid', TIMESTAMP '2024-03-04 10:06:00'),
    -- user 36 with product 704, and user 704 with product 36
    (331, 36, 704, 'view', TIMESTAMP '2024-03-05 10:00:00'),
    (332, 704, 36, 'cart', TIMESTAMP '2024-03-05 10:05:00'),
    (333, 37, 704, 'view', TIMESTAMP '2024-03-05 10:00:00'),
    (334, 37, 704, 'cart', TIMESTAMP '2024-03-05 10:05:00'),
    (335, 37, 704, 'checkout', TIMESTAMP '2024-03-05 10:06:00'),
    (336, 37, 704, 'paid', TIMESTAMP '2024-03-05 10:07:00');
