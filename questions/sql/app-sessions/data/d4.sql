-- Gaps of 29, 30 and 31 minutes and a second around 30, midnight, both ends of March, leap day, a session of several hours.
INSERT INTO app_events VALUES
    -- 29 minutes, exactly 30, exactly 30 again: one session of 89 minutes
    (401, 41, 'phone-s', 'open', TIMESTAMP '2024-03-13 10:00:00', TIMESTAMP '2024-03-13 10:00:01'),
    (402, 41, 'phone-s', 'view_menu', TIMESTAMP '2024-03-13 10:29:00', TIMESTAMP '2024-03-13 10:29:01'),
    (403, 41, 'phone-s', 'add_to_basket', TIMESTAMP '2024-03-13 10:59:00', TIMESTAMP '2024-03-13 10:59:01'),
    (404, 41, 'phone-s', 'place_order', TIMESTAMP '2024-03-13 11:29:00', TIMESTAMP '2024-03-13 11:29:01'),
    -- 30 minutes and a second, then 31 minutes
    (405, 41, 'phone-s', 'open', TIMESTAMP '2024-03-13 11:59:01', TIMESTAMP '2024-03-13 11:59:02'),
    (406, 41, 'phone-s', 'open', TIMESTAMP '2024-03-13 12:30:01', TIMESTAMP '2024-03-13 12:30:02'),
    -- 29:30, over 30 turns of the minute; then 30:30, over 30 turns; then a microsecond more than 30 minutes
    (411, 42, 'phone-t', 'open', TIMESTAMP '2024-03-14 10:00:45', TIMESTAMP '2024-03-14 10:00:46'),
    (412, 42, 'phone-t', 'view_menu', TIMESTAMP '2024-03-14 10:30:15', TIMESTAMP '2024-03-14 10:30:16'),
    (413, 42, 'phone-t', 'view_menu', TIMESTAMP '2024-03-14 11:00:45', TIMESTAMP '2024-03-14 11:00:46'),
    (414, 42, 'phone-t', 'view_menu', TIMESTAMP '2024-03-14 11:30:45.000001', TIMESTAMP '2024-03-14 11:30:46'),
    -- over midnight
    (421, 43, 'phone-u', 'open', TIMESTAMP '2024-03-15 23:50:00', TIMESTAMP '2024-03-15 23:50:01'),
    (422, 43, 'phone-u', 'view_menu', TIMESTAMP '2024-03-16 00:00:00', TIMESTAMP '2024-03-16 00:00:01'),
    (423, 43, 'phone-u', 'place_order', TIMESTAMP '2024-03-16 00:20:00', TIMESTAMP '2024-03-16 00:20:01'),
    -- starts on leap day, goes on into March: not listed
    (431, 44, 'phone-v', 'open', TIMESTAMP '2024-02-29 23:59:59', TIMESTAMP '2024-03-01 00:00:05'),
    (432, 44, 'phone-v', 'view_menu', TIMESTAMP '2024-03-01 00:05:00', TIMESTAMP '2024-03-01 00:05:01'),
    (433, 44, 'phone-v', 'place_order', TIMESTAMP '2024-03-01 00:15:00', TIMESTAMP '2024-03-01 00:15:01'),
    -- starts with the first moment of March
    (434, 45, 'phone-w', 'open', TIMESTAMP '2024-03-01 00:00:00', TIMESTAMP '2024-03-01 00:00:01'),
    (435, 45, 'phone-w', 'view_menu', TIMESTAMP '2024-03-01 00:30:00', TIMESTAMP '2024-03-01 00:30:01'),
    -- starts in the last moment of March, goes on into April: listed whole
    (436, 45, 'phone-w', 'open', TIMESTAMP '2024-03-31 23:59:59.999999', TIMESTAMP '2024-04-01 00:00:01'),
    (437, 45, 'phone-w', 'place_order', TIMESTAMP '2024-04-01 00:20:00', TIMESTAMP '2024-04-01 00:20:01'),
    -- starts with the first moment of April
    (438, 46, 'phone-x', 'open', TIMESTAMP '2024-04-01 00:00:00', TIMESTAMP '2024-04-01 00:00:01'),
    -- on the last afternoon, and the evening before March
    (439, 46, 'phone-x', 'open', TIMESTAMP '2024-03-31 15:00:00', TIMESTAMP '2024-03-31 15:00:01'),
    (440, 46, 'phone-x', 'place_order', TIMESTAMP '2024-02-29 15:00:00', TIMESTAMP '2024-02-29 15:00:01'),
    -- a day and ten minutes apart; the same day of the year before
    (441, 47, 'phone-y', 'open', TIMESTAMP '2024-03-20 08:00:00', TIMESTAMP '2024-03-20 08:00:01'),
    (442, 47, 'phone-y', 'open', TIMESTAMP '2024-03-21 08:10:00', TIMESTAMP '2024-03-21 08:10:01'),
    (443, 47, 'phone-y', 'open', TIMESTAMP '2023-03-21 08:10:00', TIMESTAMP '2023-03-21 08:10:01');
