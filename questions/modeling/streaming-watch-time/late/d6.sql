-- Every event of two titles is delivered once more, for another person or in another month; the fifth title gets its name.
INSERT INTO raw_content VALUES
    (30, 't5', 'Part 5'),
    (31, 't1', 'Part 1, remixed'),
    (32, 't1', 'Part 1, remixed again');

INSERT INTO raw_watch_sessions
SELECT
    200 + row_number() OVER (ORDER BY person, title, step),
    'e' || person || '/' || title || '/' || step,
    'person' || CASE WHEN title = 5 THEN 4 - person ELSE person END,
    't' || title,
    strftime(TIMESTAMP '2019-08-15 22:00:00' + INTERVAL 1 MONTH * (step * person + title % 2 + 1)::INTEGER, '%Y-%m-%d %H:%M:%S'),
    CASE WHEN (person + step) % 3 = 0 THEN 'n/a' ELSE (700 + title * 50 + step * 10)::VARCHAR END,
    'tv'
FROM range(1, 4) AS people(person), unnest([2, 5]) AS titles(title), range(0, 3) AS steps(step);
