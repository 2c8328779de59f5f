-- Many lines per team and many children per parent, two teams of one name, two roots.
INSERT INTO teams VALUES
    (601, 'Core', NULL, TRUE),
    (602, 'Platform', 601, TRUE),
    (603, 'Mobile', 601, TRUE),
    (604, 'Web', 601, TRUE),
    (605, 'Platform', NULL, TRUE),
    (606, 'Build', 602, TRUE),
    (607, 'Deploy', 602, TRUE),
    (608, 'Build', 605, TRUE);

INSERT INTO cloud_costs VALUES
    (601, DATE '2025-10-01', 'compute', 10.00), (601, DATE '2025-10-02', 'storage', 20.00), (601, DATE '2025-10-02', 'network', 30.00),
    (602, DATE '2025-10-01', 'compute', 5.00), (602, DATE '2025-10-03', 'compute', 6.00),
    (603, DATE '2025-10-01', 'compute', 7.00),
    (604, DATE '2025-10-01', 'compute', 8.00), (604, DATE '2025-10-01', 'storage', 8.00),
    (605, DATE '2025-10-10', 'compute', 41.00), (605, DATE '2025-10-11', 'compute', 42.00),
    (606, DATE '2025-10-10', 'compute', 3.00), (606, DATE '2025-10-10', 'storage', 4.00), (606, DATE '2025-10-12', 'storage', 4.00),
    (607, DATE '2025-10-10', 'compute', 2.20),
    (608, DATE '2025-10-10', 'compute', 1.10), (608, DATE '2025-10-11', 'compute', 1.20);
