-- Many messages per device, devices that share a name and report at the same instants, equal messages of different devices, devices with nothing.
INSERT INTO devices VALUES
    (61, 'Lamp'),
    (62, 'Lamp'),
    (63, 'Lamp'),
    (64, 'Heater'),
    (65, 'Heater');

INSERT INTO state_messages
SELECT 61 + i % 2, TIMESTAMP '2025-09-09 12:00:00' - to_minutes(i // 2), 100 - i // 4, CASE WHEN i % 3 = 0 THEN 'on' ELSE 'off' END, 40 + i, FALSE
FROM range(0, 24) AS numbers(i);

INSERT INTO state_messages VALUES
    (64, TIMESTAMP '2025-09-09 12:00:00', 1, 'warm', 50, FALSE),
    (64, TIMESTAMP '2025-09-09 12:30:00', 2, 'cold', 49, FALSE),
    (65, TIMESTAMP '2025-09-09 12:00:00', 1, 'warm', 50, FALSE),
    (65, TIMESTAMP '2025-09-09 12:30:00', 2, 'cold', 49, TRUE),
    (65, TIMESTAMP '2025-09-09 11:30:00', 3, 'warm', 51, FALSE);
