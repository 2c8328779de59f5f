INSERT INTO couriers VALUES (21, 'Nord'), (22, 'Nord');
INSERT INTO deliveries VALUES (21, '2024-02-29', true), (21, '2024-02-29', true), (22, '2024-02-29', true);
