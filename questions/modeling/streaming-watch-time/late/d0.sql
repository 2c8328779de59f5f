-- A title that comes after its session, a renamed one, a correction, a session of an old month, a copy, a bad one that comes back good.
INSERT INTO raw_content VALUES
    (5, 'c-99', 'Harbour Lights'),
    (6, 'c-10', 'River Town, restored');

INSERT INTO raw_watch_sessions VALUES
    (111, 'e-2', 'u-1', 'c-11', '2024-01-31 23:50:00', '3000', 'phone'),
    (112, 'e-10', 'u-2', 'c-11', '2023-12-30 21:00:00', '1500', 'tv'),
    (113, 'e-3', 'u-1', 'c-10', '2024-03-02 19:30:00', '4500', ' tv'),
    (114, 'e-8', 'u-1', 'c-10', '2024-04-01 00:00:00', '750', 'tv'),
    (115, 'e-11', 'u-2', 'c-11', '2024-03-12 10:00', '60', 'web');
