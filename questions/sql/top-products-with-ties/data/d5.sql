-- A category without products, products without sales, orders without lines, one-product categories, cancelled trade only.
INSERT INTO categories VALUES
    (71, 'Tents'),
    (72, 'Stoves'),
    (73, 'Maps'),
    (74, 'Ropes');

INSERT INTO products VALUES
    (911, 'Two-person tent', 71),
    (921, 'Gas stove', 72),
    (922, 'Wood stove', 72),
    (941, 'Climbing rope', 74);

INSERT INTO orders VALUES
    (8401, TIMESTAMP '2024-09-10 10:00:00', 'completed'),
    (8402, TIMESTAMP '2024-09-11 10:00:00', 'cancelled'),
    (8403, TIMESTAMP '2024-09-12 10:00:00', 'completed'),
    (8404, TIMESTAMP '2024-09-13 10:00:00', 'completed');

INSERT INTO order_items VALUES
    (8401, 1, 911, 1, 149.00, NULL),
    (8402, 1, 941, 1,  79.00, 0.00),
    (8404, 1, 921, 1,  35.00, 3.00);
