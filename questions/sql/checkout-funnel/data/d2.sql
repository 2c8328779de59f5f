-- Steps at the same moment, rows that repeat, equal times of different users, repeated steps.
INSERT INTO shop_events VALUES
    -- cart at the moment of the view: not after it; nothing follows from it
    (201, 21, 601, 'view', TIMESTAMP '2024-02-10 10:00:00'),
    (202, 21, 601, 'cart', TIMESTAMP '2024-02-10 10:00:00'),
    (203, 21, 601, 'checkout', TIMESTAMP '2024-02-10 10:05:00'),
    (204, 21, 601, 'paid', TIMESTAMP '2024-02-10 10:06:00'),
    -- checkout at the moment of the cart
    (211, 22, 601, 'view', TIMESTAMP '2024-02-10 11:00:00'),
    (212, 22, 601, 'cart', TIMESTAMP '2024-02-10 11:05:00'),
    (213, 22, 601, 'checkout', TIMESTAMP '2024-02-10 11:05:00'),
    (214, 22, 601, 'paid', TIMESTAMP '2024-02-10 11:06:00'),
    -- paid at the moment of the checkout
    (221, 23, 601, 'view', TIMESTAMP '2024-02-10 12:00:00'),
    (222, 23, 601, 'cart', TIMESTAMP '2024-02-10 12:05:00'),
    (223, 23, 601, 'checkout', TIMESTAMP '2024-02-10 12:06:00'),
    (224, 23, 601, 'paid', TIMESTAMP '2024-02-10 12:06:00'),
    -- every row twice, and two users who do the same at the same time
    (231, 24, 602, 'view', TIMESTAMP '2024-02-11 09:00:00'),
    (232, 24, 602, 'view', TIMESTAMP '2024-02-11 09:00:00'),
    (233, 24, 602, 'cart', TIMESTAMP '2024-02-11 09:01:00'),
    (234, 24, 602, 'cart', TIMESTAMP '2024-02-11 09:01:00'),
    (235, 24, 602, 'checkout', TIMESTAMP '2024-02-11 09:02:00'),
    (236, 24, 602, 'checkout', TIMESTAMP '2024-02-11 09:02:00'),
    (237, 24, 602, 'paid', TIMESTAMP '2024-02-11 09:03:00'),
    (238, 24, 602, 'paid', TIMESTAMP '2024-02-11 09:03:00'),
    (241, 25, 602, 'view', TIMESTAMP '2024-02-11 09:00:00'),
    (242, 25, 602, 'cart', TIMESTAMP '2024-02-11 09:01:00'),
    (243, 25, 602, 'checkout', TIMESTAMP '2024-02-11 09:02:00'),
    (244, 26, 602, 'view', TIMESTAMP '2024-02-11 09:00:00'),
    -- repeated steps: the cart again after the checkout, the checkout again after the payment
    (251, 27, 603, 'view', TIMESTAMP '2024-02-12 09:00:00'),
    (252, 27, 603, 'cart', TIMESTAMP '2024-02-12 09:10:00'),
    (253, 27, 603, 'checkout', TIMESTAMP '2024-02-12 09:20:00'),
    (254, 27, 603, 'cart', TIMESTAMP '2024-02-12 09:25:00'),
    (255, 27, 603, 'paid', TIMESTAMP '2024-02-12 09:30:00'),
    (256, 27, 603, 'checkout', TIMESTAMP '2024-02-12 09:50:00'),
    -- checked out twice and viewed again, but never paid
    (261, 28, 603, 'view', TIMESTAMP '2024-02-12 10:00:00'),
    (262, 28, 603, 'cart', TIMESTAMP '2024-02-12 10:05:00'),
    (263, 28, 603, 'checkout', TIMESTAMP '2024-02-12 10:10:00'),
    (264, 28, 603, 'checkout', TIMESTAMP '2024-02-12 10:15:00'),
    (265, 28, 603, 'view', TIMESTAMP '2024-02-12 10:20:00');
