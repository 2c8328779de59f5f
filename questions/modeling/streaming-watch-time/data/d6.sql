-- Every user watches every title several times, months interleave between users, titles and events are delivered many times.
INSERT INTO raw_content
SELECT
    n * 10 + t,
    't' || t,
    'Part ' || (t % 2) || CASE WHEN n = 2 THEN '' ELSE ' (draft ' || n || ')' END
FROM range(0, 3) AS copies(n), range(1, 5) AS titles(t);

INSERT INTO raw_watch_sessions
SELECT
    row_number() OVER (ORDER BY copy, person, title, step),
    'e' || person || '/' || title || '/' || step,
    'person' || person,
    't' || title,
    strftime(TIMESTAMP '2019-08-15 22:00:00' + INTERVAL 1 MONTH * (step * person + title % 2)::INTEGER, '%Y-%m-%d %H:%M:%S'),
    CASE WHEN copy = 2 AND (person + title + step) % 4 = 0 THEN 'n/a' ELSE (copy * 320 + title * 50 + step * 10)::VARCHAR END,
    CASE (person + title + copy) % 3 WHEN 0 THEN 'tv' WHEN 1 THEN 'TV ' ELSE 'phone' END
FROM range(0, 3) AS copies(copy), range(1, 4) AS people(person), range(1, 6) AS titles(title), range(0, 3) AS steps(step);
