INSERT INTO couriers VALUES (1, 'Nord'), (2, 'Sued');
INSERT INTO deliveries VALUES (1, '2024-03-01', true), (1, '2024-03-02', false), (2, '2024-03-01', true), (2, '2024-03-04', true);
