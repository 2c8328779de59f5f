-- Nothing but test shipments: every rule is listed with nothing checked.
INSERT INTO depots VALUES (51, 'Sandbox');

INSERT INTO shipments VALUES
    (5001, TRUE, 'TEST', 'Z1', 1.000, 51, TIMESTAMP '2021-01-01 08:00:00', TIMESTAMP '2021-01-02 08:00:00'),
    (5002, TRUE, NULL, 'Z1', -1.000, 52, TIMESTAMP '2021-01-01 08:00:00', TIMESTAMP '2020-01-02 08:00:00');
