INSERT INTO app_events
SELECT
    i,
    CASE
        WHEN i % 40 = 7 THEN NULL
        WHEN i % 4 = 0 THEN 1 + (i // 4) % 20
        ELSE 100 + (i * 7919) % 20000
    END,
    'device-' || CASE WHEN i % 4 = 0 THEN (i // 4) % 20 ELSE 100 + (i * 7919) % 20000 END || '-' || (i // 11) % 2,
    CASE (i * 13 + i // 9) % 10
        WHEN 0 THEN 'open'
        WHEN 1 THEN 'open'
        WHEN 2 THEN 'place_order'
        WHEN 3 THEN 'push_received'
        WHEN 4 THEN 'add_to_basket'
        WHEN 5 THEN 'add_to_basket'
        ELSE 'view_menu'
    END,
    TIMESTAMP '2024-02-25 00:00:00' + to_seconds((i * 104729) % 3456000),
    TIMESTAMP '2024-02-25 00:00:00' + to_seconds((i * 104729) % 3456000 + 1 + i % 90)
FROM range({rows}) AS numbers(i);
