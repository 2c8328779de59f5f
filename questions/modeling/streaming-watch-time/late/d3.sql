-- Titles for sessions that waited for them, a title that goes missing and one that comes, content that goes missing from a session,
-- deliveries that come back good, and one that loses its user.
INSERT INTO raw_content VALUES
    (8, 'k9', 'Long awaited'),
    (9, 'k2', ''),
    (10, 'k1', 'Named at last'),
    (11, '', 'Still no id'),
    (12, 'k3', 'Never watched');

INSERT INTO raw_watch_sessions VALUES
    (40, 'x3', 'pia', NULL, '2021-04-02 09:00:00', '90', 'tv'),
    (41, 'x9', 'quin', 'k2', '2021-07-05 09:00:00', '210', 'tv'),
    (42, 'x13', 'quin', 'k2', '2021-07-03 09:00:00', '', 'tv'),
    (43, 'x6', '', 'k2', '2021-07-03 09:00:00', '150', NULL),
    (44, ' ', 'pia', 'k1', '2021-04-04 09:00:00', '180', NULL),
    (45, 'x1', 'pia', 'k3', '2021-02-01 09:00:00', '50', NULL),
    (46, 'x25', NULL, NULL, '2021-07-03 09:00', '0', 'tv'),
    (47, 'x24', 'pia', 'k1', '2021-04-05 09:00:00', '190', 'web');
