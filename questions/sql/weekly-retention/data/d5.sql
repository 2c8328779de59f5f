-- A cohort nobody came back from, one account per cohort, accounts without a play, a play in the week of signup only, a signup in the future.
INSERT INTO accounts VALUES
    (61, TIMESTAMP '2023-05-03 10:00:00', FALSE),
    (62, TIMESTAMP '2023-05-04 10:00:00', FALSE),
    (63, TIMESTAMP '2023-05-24 10:00:00', FALSE),
    (64, TIMESTAMP '2023-05-31 10:00:00', FALSE),
    (65, TIMESTAMP '2024-01-30 10:00:00', FALSE),
    (66, TIMESTAMP '2024-01-03 10:00:00', FALSE);

INSERT INTO plays VALUES
    (6001, 61, TIMESTAMP '2023-05-03 11:00:00', 900),
    (6002, 61, TIMESTAMP '2023-05-07 11:00:00', 900),
    (6003, 64, TIMESTAMP '2023-06-21 11:00:00', 900);
