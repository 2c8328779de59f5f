-- NULLs and empty strings in every column, unknown titles, titles without an id, deliveries that are bad in several ways.
INSERT INTO raw_content VALUES
    (1, NULL, 'No id'),
    (2, '', 'Empty id'),
    (3, 'k1', NULL),
    (4, 'k2', 'Known'),
    (5, 'k2', NULL),
    (6, 'k3', 'Never watched'),
    (7, NULL, NULL);

INSERT INTO raw_watch_sessions VALUES
    (10, 'x1', 'pia', NULL, '2021-02-01 09:00:00', '50', NULL),
    (11, 'x2', 'pia', '', '2021-02-02 09:00:00', '70', ''),
    (12, 'x3', 'pia', 'k1', '2021-04-02 09:00:00', '90', 'tv'),
    (13, 'x4', 'pia', 'k9', '2021-04-03 09:00:00', '110', 'tv'),
    (14, 'x5', 'quin', 'k9', '2021-04-03 09:00:00', '130', 'TV'),
    (15, 'x6', 'quin', 'k2', '2021-07-03 09:00:00', '150', NULL),
    (16, NULL, 'quin', 'k2', '2021-07-03 09:00:00', '150', 'tv'),
    (17, '', 'quin', 'k2', '2021-07-03 09:00:00', '150', 'tv'),
    (18, '', '', 'k2', NULL, NULL, NULL),
    (19, 'x7', NULL, 'k2', 'never', '150', 'tv'),
    (20, 'x8', '', 'k2', '2021-07-03 09:00:00', 'long', 'tv'),
    (21, 'x9', 'quin', 'k2', NULL, '150', 'tv'),
    (22, 'x10', 'quin', 'k2', '', '', 'tv'),
    (23, 'x11', 'quin', 'k2', 'never', '-3', 'tv'),
    (24, 'x12', 'quin', 'k2', '2021-07-03 09:00:00', NULL, 'tv'),
    (25, 'x13', 'quin', 'k2', '2021-07-03 09:00:00', '', 'tv'),
    (26, NULL, NULL, NULL, NULL, NULL, NULL),
    (27, 'x6', NULL, 'k2', '2021-08-03 09:00:00', '999', NULL);
