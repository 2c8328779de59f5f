-- One user on three devices and one device with three users, all at the same time; equal starts on two devices.
INSERT INTO app_events VALUES
    (601, 61, 'kitchen', 'open', TIMESTAMP '2024-03-22 19:00:00', TIMESTAMP '2024-03-22 19:00:01'),
    (602, 62, 'kitchen', 'open', TIMESTAMP '2024-03-22 19:10:00', TIMESTAMP '2024-03-22 19:10:01'),
    (603, 61, 'kitchen', 'view_menu', TIMESTAMP '2024-03-22 19:20:00', TIMESTAMP '2024-03-22 19:20:01'),
    (604, 63, 'kitchen', 'open', TIMESTAMP '2024-03-22 19:25:00', TIMESTAMP '2024-03-22 19:25:01'),
    (605, 61, 'kitchen', 'place_order', TIMESTAMP '2024-03-22 19:40:00', TIMESTAMP '2024-03-22 19:40:01'),
    (606, 62, 'kitchen', 'place_order', TIMESTAMP '2024-03-22 19:45:00', TIMESTAMP '2024-03-22 19:45:01'),
    (607, 63, 'kitchen', 'place_order', TIMESTAMP '2024-03-22 19:50:00', TIMESTAMP '2024-03-22 19:50:01'),
    (611, 61, 'phone', 'open', TIMESTAMP '2024-03-22 19:05:00', TIMESTAMP '2024-03-22 19:05:01'),
    (612, 61, 'phone', 'view_menu', TIMESTAMP '2024-03-22 19:30:00', TIMESTAMP '2024-03-22 19:30:01'),
    (613, 61, 'phone', 'view_menu', TIMESTAMP '2024-03-22 20:00:00', TIMESTAMP '2024-03-22 20:00:01'),
    (614, 61, 'laptop', 'open', TIMESTAMP '2024-03-22 19:00:00', TIMESTAMP '2024-03-22 19:00:01'),
    (615, 61, 'laptop', 'place_order', TIMESTAMP '2024-03-22 19:45:00', TIMESTAMP '2024-03-22 19:45:01'),
    -- two orders and two views in one session
    (621, 62, 'phone', 'view_menu', TIMESTAMP '2024-03-23 12:00:00', TIMESTAMP '2024-03-23 12:00:01'),
    (622, 62, 'phone', 'place_order', TIMESTAMP '2024-03-23 12:05:00', TIMESTAMP '2024-03-23 12:05:01'),
    (623, 62, 'phone', 'view_menu', TIMESTAMP '2024-03-23 12:10:00', TIMESTAMP '2024-03-23 12:10:01'),
    (624, 62, 'phone', 'place_order', TIMESTAMP '2024-03-23 12:15:00', TIMESTAMP '2024-03-23 12:15:01'),
    -- two users on one device at the very same moment
    (631, 61, 'kitchen', 'open', TIMESTAMP '2024-03-24 10:00:00', TIMESTAMP '2024-03-24 10:00:01'),
    (632, 62, 'kitchen', 'open', TIMESTAMP '2024-03-24 10:00:00', TIMESTAMP '2024-03-24 10:00:02');
