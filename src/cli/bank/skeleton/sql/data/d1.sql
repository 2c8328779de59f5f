INSERT INTO couriers VALUES (11, 'Ost'), (12, 'West'), (13, 'Mitte');
INSERT INTO deliveries VALUES (11, '2024-05-01', true), (12, '2024-05-01', false);
