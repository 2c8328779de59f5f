-- Orders that repeat in every detail, equal figures in both years, two categories with equal figures.
INSERT INTO categories VALUES
    (21, 'Kettles'),
    (22, 'Toasters'),
    (23, 'Blenders');

INSERT INTO orders VALUES
    -- the same order three times a year before, twice this year
    (2001, 21, TIMESTAMP '2023-05-04 10:00:00', 'delivered', 1, 30.00, 0.00),
    (2002, 21, TIMESTAMP '2023-05-04 10:00:00', 'delivered', 1, 30.00, 0.00),
    (2003, 21, TIMESTAMP '2023-05-04 10:00:00', 'delivered', 1, 30.00, 0.00),
    (2004, 21, TIMESTAMP '2024-05-07 10:00:00', 'delivered', 1, 30.00, 0.00),
    (2005, 21, TIMESTAMP '2024-05-07 10:00:00', 'delivered', 1, 30.00, 0.00),
    -- equal amounts on different days
    (2011, 22, TIMESTAMP '2023-05-02 08:00:00', 'delivered', 2, 45.00, 0.00),
    (2012, 22, TIMESTAMP '2024-05-02 08:00:00', 'paid', 1, 45.00, 0.00),
    (2013, 22, TIMESTAMP '2024-05-30 08:00:00', 'delivered', 1, 45.00, 0.00),
    (2014, 22, TIMESTAMP '2024-06-30 08:00:00', 'delivered', 2, 45.00, 0.00),
    -- three different amounts in one month
    (2021, 23, TIMESTAMP '2023-07-01 08:00:00', 'delivered', 1, 10.00, 0.00),
    (2022, 23, TIMESTAMP '2023-07-02 08:00:00', 'delivered', 1, 20.00, 0.00),
    (2023, 23, TIMESTAMP '2023-07-03 08:00:00', 'delivered', 3, 50.00, 0.00),
    (2024, 23, TIMESTAMP '2024-07-03 08:00:00', 'delivered', 7, 11.00, 0.00);
