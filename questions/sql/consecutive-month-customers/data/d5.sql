-- No refunds at all, customers without orders, customers with one order, orders that never arrived.
INSERT INTO customers VALUES
    (71, 'North Gate'),
    (72, 'South Gate'),
    (73, 'East Gate'),
    (74, 'West Gate'),
    (75, 'Water Gate');

INSERT INTO orders VALUES
    (1501, 71, TIMESTAMP '2019-06-03 10:00:00', 'delivered', 12.00),
    (1502, 71, TIMESTAMP '2019-07-03 10:00:00', 'delivered', 12.00),
    (1503, 71, TIMESTAMP '2019-08-03 10:00:00', 'delivered', 12.00),
    (1511, 73, TIMESTAMP '2019-06-03 10:00:00', 'delivered', 12.00),
    (1521, 74, TIMESTAMP '2019-06-03 10:00:00', 'cancelled', 12.00),
    (1522, 74, TIMESTAMP '2019-07-03 10:00:00', 'shipped', 12.00),
    (1523, 74, TIMESTAMP '2019-08-03 10:00:00', 'pending', 12.00);
