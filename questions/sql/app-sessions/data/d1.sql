-- Six weeks around March 2024: 125 visits of 1 to 6 events by 23 users on one or two devices, some guests, some resent rows.
INSERT INTO app_events
SELECT
    5000 + i,
    CASE WHEN (i // 6) % 29 = 4 THEN NULL ELSE 700 + (i // 6 * 11) % 23 END,
    'device-' || (1 + (i // 6 * 11) % 23 + 20 * ((i // 6) % 2)),
    CASE i % 6
        WHEN 0 THEN 'open'
        WHEN 1 THEN 'view_menu'
        WHEN 2 THEN 'add_to_basket'
        WHEN 3 THEN CASE WHEN (i // 6) % 5 = 2 THEN 'push_received' ELSE 'view_menu' END
        WHEN 4 THEN CASE WHEN (i // 6) % 3 = 1 THEN 'add_to_basket' ELSE 'place_order' END
        ELSE CASE WHEN (i // 6) % 7 < 3 THEN 'push_received' ELSE 'place_order' END
    END,
    TIMESTAMP '2024-02-22 08:00:00'
        + to_minutes((i // 6 * 613 + (i // 6) * (i // 6) * 37) % 64800)
        + to_minutes((i % 6) * (6 + (i // 6 * 5) % 28))
        + to_seconds((i * 7) % 50),
    TIMESTAMP '2024-02-22 08:00:00'
        + to_minutes((i // 6 * 613 + (i // 6) * (i // 6) * 37) % 64800)
        + to_minutes((i % 6) * (6 + (i // 6 * 5) % 28))
        + to_seconds((i * 7) % 50 + 1 + (i * 401) % 4000)
FROM range(0, 750) AS numbers(i)
WHERE i % 6 <= (i // 6 * 3 + i // 30) % 6;

-- every ninth row was sent twice
INSERT INTO app_events
SELECT receipt_no + 1000, user_id, device_id, event_name, occurred_at, received_at + INTERVAL 45 SECOND
FROM app_events
WHERE receipt_no % 9 = 2;
