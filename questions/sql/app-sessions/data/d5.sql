-- Sessions of a single event, users with one event in all, a user who only orders, sessions outside March only.
INSERT INTO app_events VALUES
    (501, 51, 'phone-1', 'open', TIMESTAMP '2024-03-02 07:00:00', TIMESTAMP '2024-03-02 07:00:01'),
    (502, 52, 'phone-2', 'place_order', TIMESTAMP '2024-03-02 08:00:00', TIMESTAMP '2024-03-02 08:00:01'),
    (503, 53, 'phone-3', 'view_menu', TIMESTAMP '2024-03-03 09:00:00', TIMESTAMP '2024-03-03 09:00:01'),
    (504, 53, 'phone-3', 'view_menu', TIMESTAMP '2024-03-03 10:00:00', TIMESTAMP '2024-03-03 10:00:01'),
    (505, 53, 'phone-3', 'view_menu', TIMESTAMP '2024-03-03 11:00:00', TIMESTAMP '2024-03-03 11:00:01'),
    (506, 54, 'phone-4', 'open', TIMESTAMP '2024-02-10 09:00:00', TIMESTAMP '2024-02-10 09:00:01'),
    (507, 54, 'phone-4', 'open', TIMESTAMP '2024-05-10 09:00:00', TIMESTAMP '2024-05-10 09:00:01');
