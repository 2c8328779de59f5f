-- Guests without a user, a device with an empty id, push messages before, between and after what the user did.
INSERT INTO app_events VALUES
    -- guest events on the same device, between and around a user's events
    (301, NULL, 'phone-n', 'open', TIMESTAMP '2024-03-05 10:00:00', TIMESTAMP '2024-03-05 10:00:01'),
    (302, NULL, 'phone-n', 'view_menu', TIMESTAMP '2024-03-05 10:20:00', TIMESTAMP '2024-03-05 10:20:01'),
    (303, 31, 'phone-n', 'open', TIMESTAMP '2024-03-05 10:25:00', TIMESTAMP '2024-03-05 10:25:01'),
    (304, NULL, 'phone-n', 'view_menu', TIMESTAMP '2024-03-05 10:45:00', TIMESTAMP '2024-03-05 10:45:01'),
    (305, 31, 'phone-n', 'place_order', TIMESTAMP '2024-03-05 11:05:00', TIMESTAMP '2024-03-05 11:05:01'),
    (306, NULL, 'phone-n', 'place_order', TIMESTAMP '2024-03-05 11:06:00', TIMESTAMP '2024-03-05 11:06:01'),
    -- push messages bridge a gap, come before the first event and after the last
    (311, 32, 'phone-o', 'push_received', TIMESTAMP '2024-03-06 17:50:00', TIMESTAMP '2024-03-06 17:50:01'),
    (312, 32, 'phone-o', 'open', TIMESTAMP '2024-03-06 18:00:00', TIMESTAMP '2024-03-06 18:00:01'),
    (313, 32, 'phone-o', 'push_received', TIMESTAMP '2024-03-06 18:25:00', TIMESTAMP '2024-03-06 18:25:01'),
    (314, 32, 'phone-o', 'open', TIMESTAMP '2024-03-06 18:50:00', TIMESTAMP '2024-03-06 18:50:01'),
    (315, 32, 'phone-o', 'push_received', TIMESTAMP '2024-03-06 18:55:00', TIMESTAMP '2024-03-06 18:55:01'),
    (316, 32, 'phone-o', 'place_order', TIMESTAMP '2024-03-06 19:01:00', TIMESTAMP '2024-03-06 19:01:01'),
    (317, 32, 'phone-o', 'push_received', TIMESTAMP '2024-03-06 19:20:00', TIMESTAMP '2024-03-06 19:20:01'),
    -- nothing but push messages
    (321, 33, 'phone-p', 'push_received', TIMESTAMP '2024-03-07 12:00:00', TIMESTAMP '2024-03-07 12:00:01'),
    -- a device with an empty id next to a named one
    (331, 34, '', 'open', TIMESTAMP '2024-03-08 12:00:00', TIMESTAMP '2024-03-08 12:00:01'),
    (332, 34, 'phone-q', 'view_menu', TIMESTAMP '2024-03-08 12:10:00', TIMESTAMP '2024-03-08 12:10:01'),
    (333, 34, '', 'view_menu', TIMESTAMP '2024-03-08 12:20:00', TIMESTAMP '2024-03-08 12:20:01'),
    -- received hours late and out of order
    (341, 35, 'phone-r', 'open', TIMESTAMP '2024-03-10 12:00:00', TIMESTAMP '2024-03-10 15:00:00'),
    (342, 35, 'phone-r', 'view_menu', TIMESTAMP '2024-03-10 12:10:00', TIMESTAMP '2024-03-10 12:10:01'),
    (343, 35, 'phone-r', 'place_order', TIMESTAMP '2024-03-10 12:20:00', TIMESTAMP '2024-03-10 14:00:00');
