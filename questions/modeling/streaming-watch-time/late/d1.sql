-- A second half-year of deliveries: most correct or repeat sessions of the first batch, some are new, in old months and in new ones.
INSERT INTO raw_content
SELECT
    i,
    'title-' || (hash(i, 'id') % 30),
    CASE WHEN hash(i, 'blank') % 9 = 0 THEN '' ELSE 'Film ' || (hash(i, 'name') % 30) END
FROM range(41, 61) AS numbers(i);

INSERT INTO raw_watch_sessions
SELECT
    7000 + i,
    'ev-' || CASE WHEN hash(i, 'again') % 5 < 3 THEN (hash(i, 'which') % 600)::BIGINT ELSE i END,
    CASE WHEN hash(i, 'no user') % 80 = 0 THEN '' ELSE 'viewer-' || (hash(i, 'user') % 43) END,
    CASE WHEN hash(i, 'no title') % 30 = 0 THEN NULL ELSE 'title-' || (hash(i, 'title') % 30) END,
    CASE
        WHEN hash(i, 'bad start') % 30 = 0 THEN 'not yet'
        ELSE strftime(
            TIMESTAMP '2022-11-01 00:00:00'
                + INTERVAL 1 DAY * (hash(i, 'day') % 480)::INTEGER
                + INTERVAL 1 SECOND * (hash(i, 'second') % 86400)::INTEGER,
            '%Y-%m-%d %H:%M:%S')
    END,
    CASE WHEN hash(i, 'bad length') % 50 = 0 THEN '-1' ELSE (60 + hash(i, 'length') % 9000)::VARCHAR END,
    ['tv', 'TV', ' Tv ', 'phone', 'Phone', 'web', 'smart tv', NULL][1 + (hash(i, 'device') % 8)::INTEGER]
FROM range(600, 800) AS numbers(i);
