-- NULL in every column, blank carriers and tracking numbers, a contract without a carrier, deliveries without a shipping time, unknown depots, blanks around codes.
INSERT INTO depots VALUES (31, 'Lakeside'), (32, 'Riverside');

INSERT INTO carrier_contracts VALUES (811, 'WOLF'), (812, NULL), (813, 'LYNX'), (814, ''), (815, 'HARE ');

INSERT INTO shipments VALUES
    (3001, FALSE, NULL, NULL, NULL, NULL, NULL, NULL),
    (3002, FALSE, '', '', 5.000, 31, TIMESTAMP '2022-09-01 08:00:00', NULL),
    (3003, FALSE, '   ', '  ', 5.000, 31, TIMESTAMP '2022-09-01 08:00:00', TIMESTAMP '2022-09-02 08:00:00'),
    (3004, FALSE, 'WOLF', 'X1', NULL, NULL, NULL, TIMESTAMP '2022-09-02 08:00:00'),
    (3005, FALSE, ' LYNX', 'X2', 8.000, 32, NULL, TIMESTAMP '2022-09-02 09:00:00'),
    (3006, FALSE, 'wolf', 'X3', 8.000, 39, TIMESTAMP '2022-09-01 08:00:00', NULL),
    (3007, FALSE, 'BEAR', 'X4', 8.000, 32, TIMESTAMP '2022-09-01 08:00:00', TIMESTAMP '2022-09-01 07:59:00'),
    (3008, FALSE, 'HARE', 'X5', 9.000, 31, TIMESTAMP '2022-09-01 08:00:00', NULL),
    (3009, TRUE, NULL, NULL, NULL, NULL, NULL, TIMESTAMP '2022-09-01 08:00:00'),
    (3010, TRUE, 'BEAR', 'X1', -4.000, 39, TIMESTAMP '2022-09-01 08:00:00', TIMESTAMP '2022-08-01 08:00:00');
