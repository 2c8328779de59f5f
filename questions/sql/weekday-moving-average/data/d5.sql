-- No sales at all: every weekday of every marketplace is 0.
INSERT INTO marketplaces VALUES
    (501, 'First'),
    (502, 'Second');

INSERT INTO calendar
SELECT (DATE '2020-12-26' + i::INTEGER), i = 6
FROM range(0, 13) AS numbers(i);
