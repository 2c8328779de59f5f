INSERT INTO app_events VALUES
    (1, 11, 'phone-a', 'open', TIMESTAMP '2024-03-04 12:00:00', TIMESTAMP '2024-03-04 12:00:02'),
    (2, 11, 'phone-a', 'view_menu', TIMESTAMP '2024-03-04 12:03:00', TIMESTAMP '2024-03-04 12:03:01'),
    (3, 11, 'phone-a', 'add_to_basket', TIMESTAMP '2024-03-04 12:11:00', TIMESTAMP '2024-03-04 12:11:01'),
    (4, 11, 'phone-a', 'place_order', TIMESTAMP '2024-03-04 12:15:00', TIMESTAMP '2024-03-04 12:15:03'),
    (5, 11, 'phone-a', 'open', TIMESTAMP '2024-03-04 18:40:00', TIMESTAMP '2024-03-04 18:40:02'),
    (6, 11, 'phone-a', 'view_menu', TIMESTAMP '2024-03-04 18:52:00', TIMESTAMP '2024-03-04 18:52:01'),
    (7, 12, 'phone-b', 'open', TIMESTAMP '2024-03-09 19:05:00', TIMESTAMP '2024-03-09 19:05:01'),
    (8, 12, 'phone-b', 'place_order', TIMESTAMP '2024-03-09 19:20:00', TIMESTAMP '2024-03-09 19:20:01'),
    (9, 12, 'phone-b', 'open', TIMESTAMP '2024-03-17 11:30:00', TIMESTAMP '2024-03-17 11:30:01'),
    (10, 12, 'phone-b', 'view_menu', TIMESTAMP '2024-03-17 11:33:00', TIMESTAMP '2024-03-17 11:33:01'),
    (11, 12, 'phone-b', 'add_to_basket', TIMESTAMP '2024-03-17 11:54:00', TIMESTAMP '2024-03-17 11:54:02');
