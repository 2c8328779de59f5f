INSERT INTO couriers
SELECT range, 'courier ' || range FROM range(1, greatest({rows} // 100, 10) + 1);

-- Half of the rows go to the first tenth of the couriers.
INSERT INTO deliveries
SELECT
  1 + range * 7919 % (greatest({rows} // 100, 10) // CASE WHEN range % 2 = 0 THEN 10 ELSE 1 END),
  DATE '2024-01-01' + (range % 365)::INTEGER,
  range % 9 = 0
FROM range({rows});
