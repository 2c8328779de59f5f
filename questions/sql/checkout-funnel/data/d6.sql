-- Two views a day, views on two days that share the later steps, several products per user and several users per product.
INSERT INTO shop_events VALUES
    -- viewed twice in a day, the cart in between: one funnel, from the first view
    (601, 61, 871, 'view', TIMESTAMP '2024-07-01 09:00:00'),
    (602, 61, 871, 'cart', TIMESTAMP '2024-07-01 09:10:00'),
    (603, 61, 871, 'view', TIMESTAMP '2024-07-01 20:00:00'),
    -- viewed twice in a day, the cart within 24 hours of the second view only
    (604, 62, 871, 'view', TIMESTAMP '2024-07-08 08:00:00'),
    (605, 62, 871, 'view', TIMESTAMP '2024-07-08 21:00:00'),
    (606, 62, 871, 'cart', TIMESTAMP '2024-07-09 12:00:00'),
    -- viewed in the evening and the next morning: two funnels that share cart, checkout and payment
    (611, 63, 871, 'view', TIMESTAMP '2024-07-01 22:00:00'),
    (612, 63, 871, 'view', TIMESTAMP '2024-07-02 07:00:00'),
    (613, 63, 871, 'cart', TIMESTAMP '2024-07-02 07:30:00'),
    (614, 63, 871, 'checkout', TIMESTAMP '2024-07-02 07:40:00'),
    (615, 63, 871, 'paid', TIMESTAMP '2024-07-02 07:50:00'),
    -- one user, three products, the steps spread over them
    (621, 64, 872, 'view', TIMESTAMP '2024-07-03 10:00:00'),
    (622, 64, 873, 'view', TIMESTAMP '2024-07-03 10:01:00'),
    (623, 64, 874, 'view', TIMESTAMP '2024-07-03 10:02:00'),
    (624, 64, 872, 'cart', TIMESTAMP '2024-07-03 10:10:00'),
    (625, 64, 873, 'checkout', TIMESTAMP '2024-07-03 10:20:00'),
    (626, 64, 874, 'paid', TIMESTAMP '2024-07-03 10:30:00'),
    -- three users, one product, the steps spread over them
    (631, 65, 875, 'view', TIMESTAMP '2024-07-04 10:00:00'),
    (632, 66, 875, 'view', TIMESTAMP '2024-07-04 10:01:00'),
    (633, 67, 875, 'view', TIMESTAMP '2024-07-04 10:02:00'),
    (634, 65, 875, 'cart', TIMESTAMP '2024-07-04 10:10:00'),
    (635, 66, 875, 'checkout', TIMESTAMP '2024-07-04 10:20:00'),
    (636, 67, 875, 'paid', TIMESTAMP '2024-07-04 10:30:00'),
    -- checkout and payment of another product, and of another user, after a full cart
    (641, 68, 876, 'view', TIMESTAMP '2024-07-05 10:00:00'),
    (642, 68, 876, 'cart', TIMESTAMP '2024-07-05 10:05:00'),
    (643, 68, 877, 'checkout', TIMESTAMP '2024-07-05 10:06:00'),
    (644, 69, 876, 'checkout', TIMESTAMP '2024-07-05 10:07:00'),
    (645, 69, 876, 'view', TIMESTAMP '2024-07-05 10:00:00'),
    (646, 69, 876, 'cart', TIMESTAMP '2024-07-05 10:05:00'),
    (647, 69, 877, 'paid', TIMESTAMP '2024-07-05 10:10:00'),
    (648, 68, 876, 'paid', TIMESTAMP '2024-07-05 10:10:00'),
    -- viewed again a week later, all steps the second time only
    (651, 70, 878, 'view', TIMESTAMP '2024-07-06 10:00:00'),
    (652, 70, 878, 'view', TIMESTAMP '2024-07-13 10:00:00'),
    (653, 70, 878, 'cart', TIMESTAMP '2024-07-13 10:05:00'),
    (654, 70, 878, 'checkout', TIMESTAMP '2024-07-13 10:06:00'),
    (655, 70, 878, 'paid', TIMESTAMP '2024-07-13 10:07:00'),
    -- one user, two products viewed at the very same moment: two funnels
    (661, 71, 879, 'view', TIMESTAMP '2024-07-15 10:00:00'),
    (662, 71, 880, 'view', TIMESTAMP '2024-07-15 10:00:00');
