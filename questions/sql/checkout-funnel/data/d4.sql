-- Each step a moment before, exactly at and just after 24 hours, midnight, the turn of the year, leap day, steps out of order.
INSERT INTO shop_events VALUES
    -- cart at exactly 24 hours, and a microsecond later
    (401, 41, 801, 'view', TIMESTAMP '2023-12-30 10:00:00'),
    (402, 41, 801, 'cart', TIMESTAMP '2023-12-31 10:00:00'),
    (403, 42, 801, 'view', TIMESTAMP '2023-12-30 10:00:00'),
    (404, 42, 801, 'cart', TIMESTAMP '2023-12-31 10:00:00.000001'),
    -- checkout at exactly 24 hours after the view, and 24 hours after the cart
    (411, 43, 801, 'view', TIMESTAMP '2024-01-02 10:00:00'),
    (412, 43, 801, 'cart', TIMESTAMP '2024-01-02 12:00:00'),
    (413, 43, 801, 'checkout', TIMESTAMP '2024-01-03 10:00:00'),
    (414, 44, 801, 'view', TIMESTAMP '2024-01-02 10:00:00'),
    (415, 44, 801, 'cart', TIMESTAMP '2024-01-02 12:00:00'),
    (416, 44, 801, 'checkout', TIMESTAMP '2024-01-03 12:00:00'),
    (417, 44, 801, 'paid', TIMESTAMP '2024-01-03 12:30:00'),
    -- checkout 24 hours and half an hour after the view
    (418, 45, 801, 'view', TIMESTAMP '2024-01-02 10:10:00'),
    (419, 45, 801, 'cart', TIMESTAMP '2024-01-02 11:00:00'),
    (420, 45, 801, 'checkout', TIMESTAMP '2024-01-03 10:40:00'),
    -- paid at exactly 24 hours, and a second later
    (421, 46, 802, 'view', TIMESTAMP '2024-02-28 23:30:00'),
    (422, 46, 802, 'cart', TIMESTAMP '2024-02-28 23:40:00'),
    (423, 46, 802, 'checkout', TIMESTAMP '2024-02-29 00:10:00'),
    (424, 46, 802, 'paid', TIMESTAMP '2024-02-29 23:30:00'),
    (425, 47, 802, 'view', TIMESTAMP '2024-02-28 23:59:59'),
    (426, 47, 802, 'cart', TIMESTAMP '2024-02-29 00:00:00'),
    (427, 47, 802, 'checkout', TIMESTAMP '2024-02-29 00:00:01'),
    (428, 47, 802, 'paid', TIMESTAMP '2024-03-01 00:00:00'),
    -- over the turn of the year
    (431, 48, 803, 'view', TIMESTAMP '2023-12-31 23:59:59'),
    (432, 48, 803, 'cart', TIMESTAMP '2024-01-01 00:00:00'),
    (433, 48, 803, 'checkout', TIMESTAMP '2024-01-01 00:05:00'),
    (434, 48, 803, 'paid', TIMESTAMP '2024-01-01 00:06:00'),
    -- the first moment of a day
    (435, 49, 803, 'view', TIMESTAMP '2024-01-01 00:00:00'),
    -- cart before the view and again after it; checkout before the cart and again after it; paid before the checkout and again after it
    (441, 50, 804, 'cart', TIMESTAMP '2024-04-10 09:00:00'),
    (442, 50, 804, 'view', TIMESTAMP '2024-04-10 10:00:00'),
    (443, 50, 804, 'checkout', TIMESTAMP '2024-04-10 10:10:00'),
    (444, 50, 804, 'cart', TIMESTAMP '2024-04-10 10:20:00'),
    (445, 50, 804, 'paid', TIMESTAMP '2024-04-10 10:25:00'),
    (446, 50, 804, 'checkout', TIMESTAMP '2024-04-10 10:30:00'),
    (447, 50, 804, 'paid', TIMESTAMP '2024-04-10 10:40:00'),
    -- only out of order
    (451, 51, 804, 'cart', TIMESTAMP '2024-04-10 09:00:00'),
    (452, 51, 804, 'view', TIMESTAMP '2024-04-10 10:00:00'),
    (453, 51, 804, 'paid', TIMESTAMP '2024-04-10 10:10:00'),
    (454, 52, 804, 'view', TIMESTAMP '2024-04-10 10:00:00'),
    (455, 52, 804, 'cart', TIMESTAMP '2024-04-10 11:00:00'),
    (456, 52, 804, 'paid', TIMESTAMP '2024-04-10 11:10:00'),
    (457, 52, 804, 'checkout', TIMESTAMP '2024-04-10 11:20:00');
