-- Messages at one instant with different sequence numbers, exact copies of the last message, two and three times; copies of a tombstone.
INSERT INTO devices VALUES
    (11, 'Kitchen plug'),
    (12, 'Window sensor'),
    (13, 'Blind'),
    (14, 'Doorbell'),
    (15, 'Siren');

INSERT INTO state_messages VALUES
    -- one instant, the sequence decides; the winner stands first, in the middle, last
    (11, TIMESTAMP '2025-04-02 10:00:00', 9, 'on', 50, FALSE),
    (11, TIMESTAMP '2025-04-02 10:00:00', 8, 'off', 51, FALSE),
    (12, TIMESTAMP '2025-04-02 10:00:00', 3, 'open', 70, FALSE),
    (12, TIMESTAMP '2025-04-02 10:00:00', 10, 'shut', 69, FALSE),
    (12, TIMESTAMP '2025-04-02 10:00:00', 5, 'tilted', 68, FALSE),
    -- the tombstone and a message at one instant
    (13, TIMESTAMP '2025-04-02 10:00:00', 4, 'up', 33, FALSE),
    (13, TIMESTAMP '2025-04-02 10:00:00', 5, NULL, NULL, TRUE),
    -- the last message three times
    (14, TIMESTAMP '2025-04-02 09:00:00', 1, 'idle', 80, FALSE),
    (14, TIMESTAMP '2025-04-02 12:00:00', 2, 'ringing', 79, FALSE),
    (14, TIMESTAMP '2025-04-02 12:00:00', 2, 'ringing', 79, FALSE),
    (14, TIMESTAMP '2025-04-02 12:00:00', 2, 'ringing', 79, FALSE),
    -- the tombstone twice
    (15, TIMESTAMP '2025-04-02 09:00:00', 1, 'silent', 100, FALSE),
    (15, TIMESTAMP '2025-04-02 13:00:00', 2, NULL, NULL, TRUE),
    (15, TIMESTAMP '2025-04-02 13:00:00', 2, NULL, NULL, TRUE);
