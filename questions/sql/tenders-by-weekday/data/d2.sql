-- Payments that repeat in every detail but the id, several payments of one moment, equal totals of different methods.
INSERT INTO stores VALUES
    (22, 'Lock Keeper'),
    (21, 'Ferry House'),
    (23, 'Lock Keeper');

INSERT INTO payments VALUES
    (2001, 21, TIMESTAMP '2025-03-10 08:00:00', 'card', 3.40),
    (2002, 21, TIMESTAMP '2025-03-10 08:00:00', 'card', 3.40),
    (2003, 21, TIMESTAMP '2025-03-10 08:00:00', 'card', 3.40),
    (2004, 21, TIMESTAMP '2025-03-10 08:00:00', 'cash', 3.40),
    (2005, 21, TIMESTAMP '2025-03-15 09:00:00', 'voucher', 6.00),
    (2006, 21, TIMESTAMP '2025-03-15 09:00:00', 'voucher', 6.00),
    (2007, 22, TIMESTAMP '2025-03-16 10:00:00', 'cash', 5.00),
    (2008, 22, TIMESTAMP '2025-03-17 10:00:00', 'card', 5.00),
    (2009, 22, TIMESTAMP '2025-03-18 10:00:00', 'voucher', 5.00),
    (2010, 22, TIMESTAMP '2025-03-19 10:00:00', 'cheque', 5.00),
    (2011, 22, TIMESTAMP '2025-03-19 10:00:00', 'cheque', 5.00),
    -- paid and paid back with the same amount twice
    (2012, 23, TIMESTAMP '2025-03-20 10:00:00', 'cash', 8.00),
    (2013, 23, TIMESTAMP '2025-03-20 10:05:00', 'cash', -8.00),
    (2014, 23, TIMESTAMP '2025-03-20 10:10:00', 'cash', 8.00),
    (2015, 23, TIMESTAMP '2025-03-22 10:10:00', 'card', 3.00);
