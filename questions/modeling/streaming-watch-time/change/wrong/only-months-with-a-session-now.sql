-- The tables are logs of checked deliveries, and the winner of each event or title is picked when reading. Deliveries never change and are
-- added once by their number, so a load that dies or runs again leaves no trace, and a late title finds the sessions that waited for it.

-- schema
CREATE TABLE good_session_delivery (
    delivery_id      BIGINT PRIMARY KEY,
    event_id         VARCHAR NOT NULL,
    user_id          VARCHAR NOT NULL,
    content_id       VARCHAR,
    started_at       TIMESTAMP NOT NULL,
    duration_seconds INTEGER NOT NULL CHECK (duration_seconds BETWEEN 1 AND 86400),
    device           VARCHAR
);

CREATE TABLE bad_session_delivery (
    delivery_id      BIGINT PRIMARY KEY,
    reason           VARCHAR NOT NULL CHECK (reason IN ('missing id', 'bad start', 'bad duration')),
    event_id         VARCHAR,
    user_id          VARCHAR,
    content_id       VARCHAR,
    started_at       VARCHAR,
    duration_seconds VARCHAR,
    device           VARCHAR
);

CREATE TABLE title_delivery (
    delivery_id BIGINT PRIMARY KEY,
    content_id  VARCHAR NOT NULL,
    title       VARCHAR
);

-- load
-- Parsing alone is too generous: try_strptime takes '2024-3-1 10:00:00', TRY_CAST takes '12.5'. So the text is matched first.
INSERT INTO bad_session_delivery
WITH checked_deliveries AS (
    SELECT
        *,
        CASE
            WHEN COALESCE(event_id, '') = '' OR COALESCE(user_id, '') = ''
                THEN 'missing id'
            WHEN started_at IS NULL
              OR NOT regexp_full_match(started_at, '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}')
              OR try_strptime(started_at, '%Y-%m-%d %H:%M:%S') IS NULL
                THEN 'bad start'
            WHEN duration_seconds IS NULL
              OR NOT regexp_full_match(duration_seconds, '[0-9]+')
              OR COALESCE(TRY_CAST(duration_seconds AS BIGINT), 0) NOT BETWEEN 1 AND 86400
                THEN 'bad duration'
        END AS reason
    FROM raw_watch_sessions
)
SELECT
    delivery_id,
    reason,
    event_id,
    user_id,
    content_id,
    started_at,
    duration_seconds,
    device
FROM checked_deliveries
WHERE reason IS NOT NULL
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO good_session_delivery
SELECT
    delivery_id,
    event_id,
    user_id,
    NULLIF(content_id, ''),
    try_strptime(started_at, '%Y-%m-%d %H:%M:%S'),
    TRY_CAST(duration_seconds AS INTEGER),
    LOWER(TRIM(device))
FROM raw_watch_sessions
ANTI JOIN bad_session_delivery USING (delivery_id)
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO title_delivery
SELECT delivery_id, content_id, NULLIF(title, '')
FROM raw_content
WHERE content_id <> ''
ON CONFLICT (delivery_id) DO NOTHING;

-- views
CREATE VIEW session AS
SELECT *
FROM good_session_delivery
QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY delivery_id DESC) = 1;

CREATE VIEW content AS
SELECT *
FROM title_delivery
QUALIFY ROW_NUMBER() OVER (PARTITION BY content_id ORDER BY delivery_id DESC) = 1;

CREATE VIEW v_monthly_watch_time AS
WITH active_months AS (
    SELECT
        user_id,
        CAST(DATE_TRUNC('month', started_at) AS DATE) AS month,
        SUM(duration_seconds) AS seconds
    FROM session
    GROUP BY user_id, CAST(DATE_TRUNC('month', started_at) AS DATE)
),
user_months AS (
    SELECT
        user_id,
        CAST(UNNEST(GENERATE_SERIES(MIN(month), MAX(month), INTERVAL 1 MONTH)) AS DATE) AS month
    FROM active_months
    GROUP BY user_id
),
filled_months AS (
    SELECT
        u.user_id,
        u.month,
        CAST(COALESCE(a.seconds, 0) AS BIGINT) AS watch_seconds
    FROM user_months AS u
    LEFT JOIN active_months AS a USING (user_id, month)
),
compared_months AS (
    SELECT
        user_id,
        month,
        watch_seconds,
        LAG(watch_seconds) OVER (PARTITION BY user_id ORDER BY month) AS previous_seconds
    FROM filled_months
)
SELECT
    user_id,
    month,
    watch_seconds,
    previous_seconds,
    ROUND(100.0 * (watch_seconds - previous_seconds) / NULLIF(previous_seconds, 0), 1) AS change_pct
FROM compared_months;

CREATE VIEW v_content_watch_time AS
WITH matched_sessions AS (
    SELECT
        COALESCE(c.content_id, 'unknown') AS content_id,
        s.user_id,
        s.duration_seconds,
        s.device
    FROM session AS s
    LEFT JOIN content AS c USING (content_id)
),
former_titles AS (
    SELECT d.content_id, d.title
    FROM title_delivery AS d
    JOIN content AS c USING (content_id)
    WHERE d.title IS NOT NULL
      AND (c.title IS NULL OR d.title <> c.title)
    QUALIFY ROW_NUMBER() OVER (PARTITION BY d.content_id ORDER BY d.delivery_id DESC) = 1
),
listed_content AS (
    SELECT c.content_id, c.title, f.title AS former_title
    FROM content AS c
    LEFT JOIN former_titles AS f USING (content_id)
    UNION ALL
    SELECT DISTINCT content_id, NULL, NULL FROM matched_sessions WHERE content_id = 'unknown'
)
SELECT
    l.content_id,
    l.title,
    l.former_title,
    COUNT(m.user_id) AS sessions,
    COUNT(DISTINCT m.user_id) AS viewers,
    CAST(COALESCE(SUM(m.duration_seconds), 0) AS BIGINT) AS watch_seconds,
    CAST(COALESCE(SUM(m.duration_seconds) FILTER (m.device = 'tv'), 0) AS BIGINT) AS tv_seconds
FROM listed_content AS l
LEFT JOIN matched_sessions AS m USING (content_id)
GROUP BY l.content_id, l.title, l.former_title;

CREATE VIEW v_quarantine AS
SELECT reason, COUNT(*) AS deliveries
FROM bad_session_delivery
GROUP BY reason;

CREATE VIEW v_month_restatement AS
WITH first_version AS (
    SELECT *
    FROM good_session_delivery
    QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY delivery_id) = 1
),
first_reported AS (
    SELECT CAST(DATE_TRUNC('month', started_at) AS DATE) AS month, SUM(duration_seconds) AS seconds
    FROM first_version
    GROUP BY ALL
),
now_reported AS (
    SELECT
        CAST(DATE_TRUNC('month', s.started_at) AS DATE) AS month,
        SUM(s.duration_seconds) AS seconds,
        COUNT(*) FILTER (
            s.user_id <> f.user_id OR s.started_at <> f.started_at OR s.duration_seconds <> f.duration_seconds
        ) AS corrected
    FROM session AS s
    JOIN first_version AS f USING (event_id)
    GROUP BY ALL
)
SELECT
    month,
    CAST(COALESCE(f.seconds, 0) AS BIGINT) AS first_seconds,
    CAST(COALESCE(n.seconds, 0) AS BIGINT) AS current_seconds,
    COALESCE(n.corrected, 0) AS corrected_sessions
FROM first_reported AS f
RIGHT JOIN now_reported AS n USING (month);
