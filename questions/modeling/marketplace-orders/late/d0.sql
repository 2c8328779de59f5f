-- A seller that comes after its order, a new rate with an old start, a cancellation, a line of an old day, a bad line that comes back good.
INSERT INTO raw_sellers VALUES
    (7, 's-7', 'garden', '7.2', '2024-03-06'),
    (8, 's-2', 'home', '9.28', '2024-03-05');

INSERT INTO raw_order_lines VALUES
    (111, 'o-2', '1', 's-3', '2024-03-01', '4', '7.25', 'cancelled'),
    (112, 'o-8', '1', 's-1', '2024-02-27', '1', '30.00', 'placed'),
    (113, 'o-1', '1', 's-1', '2024-03-01', '2', '19.90', 'placed'),
    (114, 'o-6', '1', 's-1', '2024-03-06', '1', '9.99', 'shipped'),
    (115, 'o-9', '1', '', '2024-03-06', '1', '9.99', 'placed');
