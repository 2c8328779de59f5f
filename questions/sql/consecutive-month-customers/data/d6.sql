-- Several refunds per order and several orders per month together; two customers of the same name.
INSERT INTO customers VALUES
    (81, 'Mill Road'),
    (82, 'Mill Road'),
    (83, 'Ferry Road'),
    (84, 'Abbey Road'),
    (85, 'Tower Road'),
    (86, 'Castle Road'),
    (87, 'Chapel Road');

INSERT INTO orders VALUES
    -- the two of one name together would make a streak of four
    (1601, 81, TIMESTAMP '2018-02-03 10:00:00', 'delivered', 30.00),
    (1602, 81, TIMESTAMP '2018-03-03 10:00:00', 'delivered', 30.00),
    (1606, 81, TIMESTAMP '2018-04-03 10:00:00', 'cancelled', 30.00),
    (1603, 82, TIMESTAMP '2018-03-04 10:00:00', 'delivered', 30.00),
    (1604, 82, TIMESTAMP '2018-04-04 10:00:00', 'delivered', 30.00),
    (1605, 82, TIMESTAMP '2018-05-04 10:00:00', 'delivered', 30.00),
    -- two partial refunds make a full one
    (1611, 83, TIMESTAMP '2018-02-03 10:00:00', 'delivered', 30.00),
    (1612, 83, TIMESTAMP '2018-03-03 10:00:00', 'delivered', 30.00),
    (1613, 83, TIMESTAMP '2018-04-03 10:00:00', 'delivered', 30.00),
    -- two partial refunds leave ten; another order of the month is refunded in full
    (1621, 84, TIMESTAMP '2018-02-03 10:00:00', 'delivered', 30.00),
    (1622, 84, TIMESTAMP '2018-03-03 10:00:00', 'delivered', 30.00),
    (1623, 84, TIMESTAMP '2018-03-13 10:00:00', 'delivered', 30.00),
    (1624, 84, TIMESTAMP '2018-04-03 10:00:00', 'delivered', 30.00),
    -- two orders a month throughout, two streaks
    (1631, 85, TIMESTAMP '2018-01-03 10:00:00', 'delivered', 30.00),
    (1632, 85, TIMESTAMP '2018-01-13 10:00:00', 'delivered', 30.00),
    (1633, 85, TIMESTAMP '2018-02-03 10:00:00', 'delivered', 30.00),
    (1634, 85, TIMESTAMP '2018-02-13 10:00:00', 'delivered', 30.00),
    (1635, 85, TIMESTAMP '2018-03-03 10:00:00', 'delivered', 30.00),
    (1636, 85, TIMESTAMP '2018-03-13 10:00:00', 'delivered', 30.00),
    (1637, 85, TIMESTAMP '2018-05-03 10:00:00', 'delivered', 30.00),
    (1638, 85, TIMESTAMP '2018-06-13 10:00:00', 'delivered', 30.00),
    (1639, 85, TIMESTAMP '2018-07-03 10:00:00', 'delivered', 30.00),
    (1640, 85, TIMESTAMP '2018-08-13 10:00:00', 'delivered', 30.00),
    -- equal partial refunds: 10 and 10 on an order of 20
    (1651, 86, TIMESTAMP '2018-06-03 10:00:00', 'delivered', 20.00),
    (1652, 86, TIMESTAMP '2018-07-03 10:00:00', 'delivered', 20.00),
    (1653, 86, TIMESTAMP '2018-08-03 10:00:00', 'delivered', 20.00),
    (1654, 86, TIMESTAMP '2018-09-03 10:00:00', 'delivered', 20.00),
    (1655, 86, TIMESTAMP '2018-10-03 10:00:00', 'delivered', 20.00),
    -- four months, then three, with two orders in some of them
    (1661, 87, TIMESTAMP '2017-09-03 10:00:00', 'delivered', 20.00),
    (1662, 87, TIMESTAMP '2017-10-03 10:00:00', 'delivered', 20.00),
    (1663, 87, TIMESTAMP '2017-11-03 10:00:00', 'delivered', 20.00),
    (1664, 87, TIMESTAMP '2017-11-23 10:00:00', 'delivered', 20.00),
    (1665, 87, TIMESTAMP '2017-12-03 10:00:00', 'delivered', 20.00),
    (1666, 87, TIMESTAMP '2018-02-03 10:00:00', 'delivered', 20.00),
    (1667, 87, TIMESTAMP '2018-03-03 10:00:00', 'delivered', 20.00),
    (1668, 87, TIMESTAMP '2018-03-23 10:00:00', 'delivered', 20.00),
    (1669, 87, TIMESTAMP '2018-04-03 10:00:00', 'delivered', 20.00);

INSERT INTO refunds VALUES
    (7401, 1612, 10.00),
    (7402, 1612, 20.00),
    (7403, 1622, 12.00),
    (7404, 1622, 8.00),
    (7405, 1623, 30.00),
    (7406, 1638, 30.00),
    (7407, 1652, 10.00),
    (7408, 1652, 10.00),
    (7409, 1654, NULL);
