-- Resent events (with the same and with a later receipt), different events at one instant, equal times on two devices.
INSERT INTO app_events VALUES
    (201, 21, 'tablet-x', 'open', TIMESTAMP '2024-03-11 20:00:00', TIMESTAMP '2024-03-11 20:00:05'),
    (202, 21, 'tablet-x', 'open', TIMESTAMP '2024-03-11 20:00:00', TIMESTAMP '2024-03-11 20:00:05'),
    (203, 21, 'tablet-x', 'open', TIMESTAMP '2024-03-11 20:00:00', TIMESTAMP '2024-03-11 20:09:00'),
    -- two different events in the same second
    (204, 21, 'tablet-x', 'view_menu', TIMESTAMP '2024-03-11 20:00:00', TIMESTAMP '2024-03-11 20:00:06'),
    (205, 21, 'tablet-x', 'view_menu', TIMESTAMP '2024-03-11 20:10:00', TIMESTAMP '2024-03-11 20:10:01'),
    -- two orders, each sent twice, the first together with a basket event
    (206, 21, 'tablet-x', 'add_to_basket', TIMESTAMP '2024-03-11 20:20:00', TIMESTAMP '2024-03-11 20:20:01'),
    (207, 21, 'tablet-x', 'place_order', TIMESTAMP '2024-03-11 20:20:00', TIMESTAMP '2024-03-11 20:20:01'),
    (208, 21, 'tablet-x', 'place_order', TIMESTAMP '2024-03-11 20:20:00', TIMESTAMP '2024-03-11 20:31:00'),
    (209, 21, 'tablet-x', 'place_order', TIMESTAMP '2024-03-11 20:40:00', TIMESTAMP '2024-03-11 20:40:02'),
    (210, 21, 'tablet-x', 'place_order', TIMESTAMP '2024-03-11 20:40:00', TIMESTAMP '2024-03-11 20:40:02'),
    -- one instant on two devices
    (211, 22, 'phone-k', 'open', TIMESTAMP '2024-03-12 09:00:00', TIMESTAMP '2024-03-12 09:00:01'),
    (212, 22, 'phone-l', 'open', TIMESTAMP '2024-03-12 09:00:00', TIMESTAMP '2024-03-12 09:00:01'),
    (213, 22, 'phone-k', 'view_menu', TIMESTAMP '2024-03-12 09:05:00', TIMESTAMP '2024-03-12 09:05:01'),
    (214, 22, 'phone-k', 'view_menu', TIMESTAMP '2024-03-12 09:06:00', TIMESTAMP '2024-03-12 09:06:01'),
    -- a resent row that arrives hours later, from another session's time
    (215, 22, 'phone-k', 'view_menu', TIMESTAMP '2024-03-12 09:06:00', TIMESTAMP '2024-03-12 14:00:00');
