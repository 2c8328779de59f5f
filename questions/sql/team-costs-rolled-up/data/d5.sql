-- Teams without any cost, a branch whose only cost sits at the bottom, a root alone.
INSERT INTO teams VALUES
    (501, 'Office', NULL, TRUE),
    (502, 'Legal', 501, TRUE),
    (503, 'Contracts', 502, TRUE),
    (504, 'Signing service', 503, TRUE),
    (511, 'Canteen', NULL, TRUE),
    (521, 'Front office', NULL, TRUE);

INSERT INTO cloud_costs VALUES
    (504, DATE '2025-10-19', 'compute', 18.90),
    (521, DATE '2025-10-20', 'storage', 3.00);
