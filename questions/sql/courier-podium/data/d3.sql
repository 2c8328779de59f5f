-- Never delivered, without a courier or a city, unknown couriers and cities that would win, an empty name, a courier without a home city.
INSERT INTO cities VALUES
    (31, 'Lakeside'),
    (32, '');

INSERT INTO couriers VALUES
    (301, 'Swift', 31),
    (302, '', NULL),
    (303, 'Heron', 31),
    (304, 'Stork', 32),
    (305, 'Finch', 31);

INSERT INTO deliveries VALUES
    (3001, 31, 301, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:50:00'),
    (3002, 31, 301, TIMESTAMP '2024-05-11 12:00:00', NULL),
    (3003, 31, 301, TIMESTAMP '2024-05-12 12:00:00', NULL),
    (3004, 31, 302, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:50:00'),
    (3005, 31, 302, TIMESTAMP '2024-05-11 12:00:00', TIMESTAMP '2024-05-11 11:50:00'),
    -- delivered nothing, due twice
    (3006, 31, 303, TIMESTAMP '2024-05-11 12:00:00', NULL),
    (3007, 31, 303, TIMESTAMP '2024-05-11 13:00:00', NULL),
    -- without a courier, and couriers that aren't in the table, with the most deliveries
    (3011, 31, NULL, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:50:00'),
    (3012, 31, NULL, TIMESTAMP '2024-05-11 12:00:00', TIMESTAMP '2024-05-11 11:50:00'),
    (3013, 31, NULL, TIMESTAMP '2024-05-12 12:00:00', TIMESTAMP '2024-05-12 11:50:00'),
    (3014, 31, 399, TIMESTAMP '2024-05-10 12:00:00', TIMESTAMP '2024-05-10 11:50:00'),
    (3015, 31, 399, TIMESTAMP '2024-05-11 12:00:00', TIMESTAMP '2024-05-11 11:50:00'),
    (3016, 31, 399, TIMESTAMP '2024-05-12 12:00:00', TIMESTAMP '2024-05-12 11:50:00'),
    -- without a city, and in a city that isn't in the table
    (3021, NULL, 301, TIMESTAMP '2024-05-10 14:00:00', TIMESTAMP '2024-05-10 13:50:00'),
    (3022, NULL, 301, TIMESTAMP '2024-05-11 14:00:00', TIMESTAMP '2024-05-11 13:50:00'),
    (3023, 98, 305, TIMESTAMP '2024-05-10 14:00:00', TIMESTAMP '2024-05-10 13:50:00'),
    (3031, 32, 304, TIMESTAMP '2024-05-10 14:00:00', TIMESTAMP '2024-05-10 13:50:00');
