-- Costs without an amount, costs without a team and of unknown teams, parents that don't exist, closed teams at the top, in the middle and at the bottom.
INSERT INTO teams VALUES
    (301, 'Payments', NULL, TRUE),
    (302, 'Cards', 301, TRUE),
    (303, 'Fraud', 302, TRUE),
    -- a parent that isn't there, with a branch below
    (311, 'Labs', 299, TRUE),
    (312, 'Vision', 311, TRUE),
    (313, 'Speech', 312, TRUE),
    -- closed in the middle
    (321, 'Retail', NULL, TRUE),
    (322, 'Kiosks', 321, FALSE),
    (323, 'Screens', 322, TRUE),
    -- closed at the top
    (331, 'Old brand', NULL, FALSE),
    (332, 'Archive', 331, TRUE),
    -- closed at the bottom
    (333, 'Tapes', 332, FALSE),
    (341, '', NULL, TRUE);

INSERT INTO cloud_costs VALUES
    (301, DATE '2025-10-02', 'compute', 100.00),
    (301, DATE '2025-10-03', 'storage', NULL),
    (302, DATE '2025-10-03', 'storage', NULL),
    (303, DATE '2025-10-04', 'compute', 30.00),
    (311, DATE '2025-10-04', 'compute', 11.00),
    (312, DATE '2025-10-05', 'compute', 22.00),
    (313, DATE '2025-10-06', 'compute', 44.00),
    (321, DATE '2025-10-07', 'compute', 5.00),
    (322, DATE '2025-10-08', 'compute', 7.00),
    (323, DATE '2025-10-09', 'compute', 9.00),
    (331, DATE '2025-10-10', 'compute', 60.00),
    (332, DATE '2025-10-11', 'compute', 1.50),
    (333, DATE '2025-10-12', 'storage', 2.50),
    (341, DATE '2025-10-12', 'storage', NULL),
    -- no such team, no team
    (299, DATE '2025-10-13', 'compute', 999.00),
    (399, DATE '2025-10-13', 'compute', 888.00),
    (NULL, DATE '2025-10-14', 'compute', 777.00);
