-- schema
CREATE TABLE dim_content (
    content_id       VARCHAR PRIMARY KEY,
    title            VARCHAR,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per watch session. content_id stays as delivered, because a title may arrive after its first session.
CREATE TABLE fact_watch_session (
    event_id         VARCHAR PRIMARY KEY,
    user_id          VARCHAR NOT NULL,
    content_id       VARCHAR,
    started_at       TIMESTAMP NOT NULL,
    duration_seconds INTEGER NOT NULL CHECK (duration_seconds BETWEEN 1 AND 86400),
    device           VARCHAR,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per bad delivery, as it came.
CREATE TABLE quarantined_delivery (
    delivery_id      BIGINT PRIMARY KEY,
    reason           VARCHAR NOT NULL,
    event_id         VARCHAR,
    user_id          VARCHAR,
    content_id       VARCHAR,
    started_at       VARCHAR,
    duration_seconds VARCHAR,
    device           VARCHAR
);

-- Grain: one row per user and month with a session.
CREATE TABLE user_month (
    user_id       VARCHAR NOT NULL,
    month         DATE NOT NULL,
    watch_seconds BIGINT NOT NULL,
    PRIMARY KEY (user_id, month)
);

-- load
INSERT INTO dim_content
SELECT
    content_id,
    NULLIF(title, '') AS title,
    delivery_id
FROM raw_content
WHERE content_id <> ''
QUALIFY ROW_NUMBER() OVER (PARTITION BY content_id ORDER BY delivery_id DESC) = 1
ON CONFLICT (content_id) DO UPDATE SET
    title = excluded.title,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id >= dim_content.last_delivery_id;

INSERT INTO quarantined_delivery
WITH checked_deliveries AS (
    SELECT
        *,
        CASE
            WHEN COALESCE(event_id, '') = '' OR COALESCE(user_id, '') = '' THEN 'missing id'
            WHEN TRY_CAST(started_at AS TIMESTAMP) IS NULL THEN 'bad start'
            WHEN strftime(TRY_CAST(started_at AS TIMESTAMP), '%Y-%m-%d %H:%M:%S') <> started_at THEN 'bad start'
            WHEN NOT COALESCE(regexp_full_match(duration_seconds, '[0-9]+'), FALSE) THEN 'bad duration'
            WHEN NOT COALESCE(TRY_CAST(duration_seconds AS BIGINT) BETWEEN 1 AND 86400, FALSE) THEN 'bad duration'
        END AS reason
    FROM raw_watch_sessions
)
SELECT delivery_id, reason, event_id, user_id, content_id, started_at, duration_seconds, device
FROM checked_deliveries
WHERE reason IS NOT NULL
ON CONFLICT (delivery_id) DO NOTHING;

INSERT INTO fact_watch_session
SELECT
    event_id,
    user_id,
    content_id,
    CAST(started_at AS TIMESTAMP) AS started_at,
    CAST(duration_seconds AS INTEGER) AS duration_seconds,
    LOWER(TRIM(device)) AS device,
    delivery_id
FROM raw_watch_sessions AS delivered
WHERE NOT EXISTS (
    SELECT 1
    FROM quarantined_delivery AS bad
    WHERE bad.delivery_id = delivered.delivery_id
)
QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY delivery_id DESC) = 1
ON CONFLICT (event_id) DO UPDATE SET
    user_id = excluded.user_id,
    content_id = excluded.content_id,
    started_at = excluded.started_at,
    duration_seconds = excluded.duration_seconds,
    device = excluded.device,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id >= fact_watch_session.last_delivery_id;

INSERT INTO user_month
SELECT
    user_id,
    CAST(date_trunc('month', started_at) AS DATE) AS month,
    SUM(duration_seconds) AS watch_seconds
FROM fact_watch_session
GROUP BY ALL
ON CONFLICT (user_id, month) DO UPDATE SET watch_seconds = excluded.watch_seconds;

-- views
CREATE VIEW v_monthly_watch_time AS
WITH active_months AS (
    SELECT user_id, month, watch_seconds
    FROM user_month
),

user_months AS (
    SELECT
        user_id,
        CAST(UNNEST(generate_series(MIN(month), MAX(month), INTERVAL 1 MONTH)) AS DATE) AS month
    FROM active_months
    GROUP BY user_id
),

months_with_previous AS (
    SELECT
        user_months.user_id,
        user_months.month,
        COALESCE(active_months.watch_seconds, 0) AS watch_seconds,
        LAG(COALESCE(active_months.watch_seconds, 0)) OVER (
            PARTITION BY user_months.user_id
            ORDER BY user_months.month
        ) AS previous_seconds
    FROM user_months
    LEFT JOIN active_months
        ON active_months.user_id = user_months.user_id
        AND active_months.month = user_months.month
)

SELECT
    user_id,
    month,
    watch_seconds,
    previous_seconds,
    ROUND(100 * (watch_seconds - previous_seconds) / NULLIF(previous_seconds, 0), 1) AS change_pct
FROM months_with_previous;

CREATE VIEW v_content_watch_time AS
WITH resolved_sessions AS (
    SELECT
        COALESCE(dim_content.content_id, 'unknown') AS content_id,
        fact_watch_session.user_id,
        fact_watch_session.duration_seconds,
        fact_watch_session.device
    FROM fact_watch_session
    LEFT JOIN dim_content
        ON dim_content.content_id = fact_watch_session.content_id
),

reported_content AS (
    SELECT content_id, title
    FROM dim_content
    UNION ALL
    SELECT DISTINCT content_id, NULL
    FROM resolved_sessions
    WHERE content_id = 'unknown'
)

SELECT
    reported_content.content_id,
    reported_content.title,
    COUNT(resolved_sessions.user_id) AS sessions,
    COUNT(DISTINCT resolved_sessions.user_id) AS viewers,
    COALESCE(SUM(resolved_sessions.duration_seconds), 0) AS watch_seconds,
    COALESCE(SUM(resolved_sessions.duration_seconds) FILTER (WHERE resolved_sessions.device = 'tv'), 0) AS tv_seconds
FROM reported_content
LEFT JOIN resolved_sessions
    ON resolved_sessions.content_id = reported_content.content_id
GROUP BY reported_content.content_id, reported_content.title;

CREATE VIEW v_quarantine AS
SELECT
    reason,
    COUNT(*) AS deliveries
FROM quarantined_delivery
GROUP BY reason;
