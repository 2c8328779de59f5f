-- Several streaks per customer, equally long ones, several purchases in one month, orders that repeat in every detail.
INSERT INTO customers VALUES
    (31, 'Maple House'),
    (32, 'Linden House'),
    (33, 'Willow House'),
    (34, 'Aspen House'),
    (35, 'Alder House');

INSERT INTO orders VALUES
    -- two equally long streaks, the later one is reported
    (1101, 31, TIMESTAMP '2020-02-10 10:00:00', 'delivered', 20.00),
    (1102, 31, TIMESTAMP '2020-03-10 10:00:00', 'delivered', 20.00),
    (1103, 31, TIMESTAMP '2020-04-10 10:00:00', 'delivered', 20.00),
    (1104, 31, TIMESTAMP '2020-08-10 10:00:00', 'delivered', 20.00),
    (1105, 31, TIMESTAMP '2020-09-10 10:00:00', 'delivered', 20.00),
    (1106, 31, TIMESTAMP '2020-10-10 10:00:00', 'delivered', 20.00),
    -- the longer streak comes first, a shorter one of three later
    (1111, 32, TIMESTAMP '2020-01-05 10:00:00', 'delivered', 30.00),
    (1112, 32, TIMESTAMP '2020-02-05 10:00:00', 'delivered', 30.00),
    (1113, 32, TIMESTAMP '2020-03-05 10:00:00', 'delivered', 30.00),
    (1114, 32, TIMESTAMP '2020-04-05 10:00:00', 'delivered', 30.00),
    (1115, 32, TIMESTAMP '2020-06-05 10:00:00', 'delivered', 30.00),
    (1116, 32, TIMESTAMP '2020-07-05 10:00:00', 'delivered', 30.00),
    (1117, 32, TIMESTAMP '2020-08-05 10:00:00', 'delivered', 30.00),
    -- two and three purchases in a month, among them exact repeats
    (1121, 33, TIMESTAMP '2020-05-01 10:00:00', 'delivered', 15.00),
    (1122, 33, TIMESTAMP '2020-05-01 10:00:00', 'delivered', 15.00),
    (1123, 33, TIMESTAMP '2020-06-02 10:00:00', 'delivered', 15.00),
    (1124, 33, TIMESTAMP '2020-06-20 10:00:00', 'delivered', 15.00),
    (1125, 33, TIMESTAMP '2020-06-28 10:00:00', 'delivered', 15.00),
    (1126, 33, TIMESTAMP '2020-07-03 10:00:00', 'delivered', 15.00),
    -- three purchases in one month and one in the next: no streak of three
    (1131, 34, TIMESTAMP '2020-05-01 10:00:00', 'delivered', 15.00),
    (1132, 34, TIMESTAMP '2020-05-02 10:00:00', 'delivered', 15.00),
    (1133, 34, TIMESTAMP '2020-05-03 10:00:00', 'delivered', 15.00),
    (1134, 34, TIMESTAMP '2020-06-03 10:00:00', 'delivered', 15.00),
    -- every second month
    (1141, 35, TIMESTAMP '2020-02-03 10:00:00', 'delivered', 15.00),
    (1142, 35, TIMESTAMP '2020-04-03 10:00:00', 'delivered', 15.00),
    (1143, 35, TIMESTAMP '2020-06-03 10:00:00', 'delivered', 15.00),
    (1144, 35, TIMESTAMP '2020-08-03 10:00:00', 'delivered', 15.00);

INSERT INTO refunds VALUES
    (7101, 1121, 5.00),
    (7102, 1121, 5.00);
