-- Copies of the first batch, corrections of corrections, a seller version that is older than the known one, one that corrects it.
INSERT INTO raw_sellers VALUES
    (40, 'ada', 'beer', '11', '2022-04-15'),
    (41, 'bo', 'coffee', '32', '2022-04-01'),
    (43, 'cy', 'wine', '16', '2022-05-10'),
    (42, 'cy', 'bread', '18', '2022-05-10'),
    (44, 'dee', 'cheese', '7', '2022-05-20'),
    (45, 'ada', 'wine', '10', '2022-05-01');

INSERT INTO raw_order_lines VALUES
    (221, 'A', '1', 'ada', '2022-05-10', '1', '10.00', 'placed'),
    (223, 'B', '1', 'bo', '2022-05-12', '4', '8.50', 'placed'),
    (222, 'B', '1', 'ada', '2022-04-12', '9', '9.50', 'cancelled'),
    (224, 'A', '2', 'ada', '2022-05-10', '1', '10.00', 'cancelled'),
    (225, 'F', '1', 'dee', '2022-05-21', '1', '78.00', 'placed'),
    (226, 'E', '1', 'dee', '2022-05-19', '1', '3.20', 'cancelled'),
    (227, 'D', '1', 'cy', '13.05.2022', '5', '6.00', 'placed'),
    (228, 'G', '1', 'bo', '2022-03-31', '1', '50.00', 'placed'),
    (229, 'C', '1', 'dee', '2022-05-23', '1', '41.00', 'placed');
