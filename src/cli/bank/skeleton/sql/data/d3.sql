INSERT INTO couriers VALUES (31, 'Hafen'), (32, 'Insel');
INSERT INTO deliveries VALUES (31, '2024-06-30', NULL), (31, '2024-07-01', true), (32, '2024-07-01', NULL);
