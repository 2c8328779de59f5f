-- Ties in the rolled-up cost, cost lines that look alike, equal costs in different teams of one branch.
INSERT INTO teams VALUES
    (215, 'Reports', 211, TRUE),
    (214, 'Pipelines', 211, TRUE),
    (213, 'Machine room', NULL, TRUE),
    (212, 'Front desk', NULL, TRUE),
    (211, 'Data', NULL, TRUE),
    (216, 'Racks', 213, TRUE);

INSERT INTO cloud_costs VALUES
    (214, DATE '2025-10-05', 'compute', 50.00),
    (214, DATE '2025-10-05', 'compute', 50.00),
    (215, DATE '2025-10-05', 'compute', 50.00),
    (215, DATE '2025-10-06', 'compute', 50.00),
    (212, DATE '2025-10-07', 'support', 200.00),
    (216, DATE '2025-10-08', 'network', 200.00);
