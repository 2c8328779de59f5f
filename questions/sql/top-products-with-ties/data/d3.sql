-- NULL discounts, unclassified products, a category that no longer exists, lines without an order or a product, empty names.
INSERT INTO categories VALUES
    (51, 'Lamps'),
    (52, ''),
    (53, 'Rugs');

INSERT INTO products VALUES
    (711, 'Floor lamp', 51),
    (712, NULL, 51),
    (713, NULL, 51),
    (714, '', 51),
    (715, 'Clip lamp', 51),
    (721, 'Oddment', 52),
    (722, '', 52),
    (741, 'Unclassified lamp', NULL),
    (742, 'Unclassified rug', NULL),
    (743, 'Unclassified shade', NULL),
    (751, 'Retired item', 59),
    (752, 'Retired item', 59);

INSERT INTO orders VALUES
    (8201, TIMESTAMP '2024-06-01 08:00:00', 'completed'),
    (8202, TIMESTAMP '2024-06-02 08:00:00', 'completed'),
    (8203, TIMESTAMP '2024-06-03 08:00:00', 'refunded'),
    (8204, TIMESTAMP '2024-06-04 08:00:00', 'completed');

INSERT INTO order_items VALUES
    (8201, 1, 711, 1, 60.00, NULL),
    (8201, 2, 712, 1, 45.00, 5.00),
    (8201, 3, 712, 1, 45.00, NULL),
    (8201, 4, 713, 2, 15.00, NULL),
    (8201, 5, 714, 1, 20.00, 0.00),
    (8202, 1, 715, 1, 12.00, NULL),
    (8202, 2, 721, 1,  7.00, NULL),
    (8202, 3, 722, 1,  7.00, 1.00),
    (8202, 4, 741, 1, 99.00, NULL),
    (8202, 5, 742, 1, 98.00, 0.00),
    (8202, 6, 751, 1, 97.00, 0.00),
    (8202, 7, 752, 1, 97.00, NULL),
    (8202, 8, 799, 1, 96.00, 0.00),
    (8203, 1, 715, 9, 12.00, NULL),
    (8299, 1, 715, 9, 12.00, NULL);
