-- Ties at the first level, in the middle, at the cut and everywhere; ties of cents that are no binary fractions; the same line twice in one order.
INSERT INTO categories VALUES
    (41, 'Headphones'),
    (42, 'Speakers'),
    (43, 'Cables'),
    (44, 'Screws');

INSERT INTO products VALUES
    (611, 'Over-ear', 41),
    (612, 'In-ear', 41),
    (613, 'Sport', 41),
    (614, 'Kids', 41),
    (615, 'Studio', 41),
    (616, 'Wired', 41),
    (617, 'Spare pads', 41),
    (621, 'Bookshelf', 42),
    (622, 'Soundbar', 42),
    (623, 'Travel', 42),
    (624, 'Shower', 42),
    (625, 'Desk', 42),
    (626, 'Mono', 42),
    (631, 'Short cable', 43),
    (632, 'Long cable', 43),
    (633, 'Flat cable', 43),
    (634, 'Braided cable', 43),
    (641, 'Flat head', 44),
    (642, 'Round head', 44),
    (643, 'Hex head', 44),
    (644, 'Grub screw', 44);

INSERT INTO orders VALUES
    (8101, TIMESTAMP '2024-03-04 10:00:00', 'completed'),
    (8102, TIMESTAMP '2024-03-05 11:00:00', 'completed'),
    (8103, TIMESTAMP '2024-03-06 12:00:00', 'completed'),
    (8104, TIMESTAMP '2024-03-06 12:00:00', 'completed');

INSERT INTO order_items VALUES
    -- Headphones: 120, 120, 80, 80, 80, 60, 40
    (8101, 1, 611, 1, 120.00, 0.00),
    (8101, 2, 612, 2,  65.00, 10.00),
    (8101, 3, 613, 1,  80.00, 0.00),
    (8102, 1, 614, 1,  40.00, 0.00),
    (8102, 2, 614, 1,  40.00, 0.00),
    (8102, 3, 615, 4,  20.00, 0.00),
    (8102, 4, 616, 3,  20.00, 0.00),
    (8102, 5, 617, 4,  10.00, 0.00),
    -- Speakers: 90, 80, 50, 50, 50, 10
    (8103, 1, 621, 1,  90.00, 0.00),
    (8103, 2, 622, 1,  80.00, 0.00),
    (8103, 3, 625, 1,  50.00, 0.00),
    (8103, 4, 623, 1,  50.00, 0.00),
    (8103, 5, 624, 2,  25.00, 0.00),
    (8103, 6, 626, 1,  10.00, 0.00),
    -- Cables: every product at 12
    (8104, 1, 631, 2,   3.00, 0.00),
    (8104, 2, 631, 2,   3.00, 0.00),
    (8104, 3, 634, 1,  12.00, 0.00),
    (8104, 4, 633, 1,  12.00, 0.00),
    (8104, 5, 632, 4,   3.00, 0.00),
    -- Screws: 0.30 in two ways, 0.20, 0.10
    (8104, 6, 641, 1,   0.10, 0.00),
    (8104, 7, 641, 1,   0.20, 0.00),
    (8104, 8, 642, 1,   0.30, 0.00),
    (8104, 9, 643, 1,   0.20, 0.00),
    (8104, 10, 644, 1,  0.10, 0.00);
