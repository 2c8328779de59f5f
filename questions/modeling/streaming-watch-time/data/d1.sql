-- Realistic: 40 users, 25 titles, a year of sessions; one delivery in six repeats or corrects an earlier event, one in twenty is bad.
INSERT INTO raw_content
SELECT
    i,
    'title-' || (hash(i, 'id') % 25),
    CASE WHEN hash(i, 'blank') % 9 = 0 THEN '' ELSE 'Film ' || (hash(i, 'name') % 30) END
FROM range(1, 41) AS numbers(i);

INSERT INTO raw_watch_sessions
SELECT
    7000 + i,
    'ev-' || CASE WHEN hash(i, 'again') % 6 = 0 THEN i // 2 ELSE i END,
    CASE WHEN hash(i, 'no user') % 80 = 0 THEN '' ELSE 'viewer-' || (hash(i, 'user') % 40) END,
    CASE WHEN hash(i, 'no title') % 30 = 0 THEN NULL ELSE 'title-' || (hash(i, 'title') % 28) END,
    CASE
        WHEN hash(i, 'bad start') % 60 = 0 THEN 'not yet'
        ELSE strftime(
            TIMESTAMP '2023-01-01 00:00:00'
                + INTERVAL 1 DAY * (hash(i, 'day') % 365)::INTEGER
                + INTERVAL 1 SECOND * (hash(i, 'second') % 86400)::INTEGER,
            '%Y-%m-%d %H:%M:%S')
    END,
    CASE WHEN hash(i, 'bad length') % 50 = 0 THEN '-1' ELSE (60 + hash(i, 'length') % 9000)::VARCHAR END,
    ['tv', 'TV', ' Tv ', 'phone', 'Phone', 'web', 'smart tv', NULL][1 + (hash(i, 'device') % 8)::INTEGER]
FROM range(0, 600) AS numbers(i);
