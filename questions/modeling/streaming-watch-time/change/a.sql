-- schema
CREATE TABLE dim_content (
    content_id       VARCHAR PRIMARY KEY,
    title            VARCHAR,
    last_delivery_id BIGINT NOT NULL
);

-- Grain: one row per delivery of a title; an update of dim_content would forget what it was called before.
CREATE TABLE content_title_history (
    delivery_id BIGINT PRIMARY KEY,
    content_id  VARCHAR NOT NULL,
    title       VARCHAR
);

-- Grain: one row per watch session. content_id stays as delivered, because a title may arrive after its first session.
CREATE TABLE fact_watch_session (
    event_id         VARCHAR PRIMARY KEY,
    user_id          VARCHAR NOT NULL,
    content_id       VARCHAR,
    started_at       TIMESTAMP NOT NULL,
    duration_seconds INTEGER NOT NULL CHECK (duration_seconds BETWEEN 1 AND 86400),
    device           VARCHAR,
    last_delivery_id BIGINT NOT NULL,
    first_user_id    VARCHAR NOT NULL,
    first_started_at TIMESTAMP NOT NULL,
    first_seconds    INTEGER NOT NULL
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

INSERT INTO content_title_history
SELECT
    delivery_id,
    content_id,
    NULLIF(title, '') AS title
FROM raw_content
WHERE content_id <> ''
ON CONFLICT (delivery_id) DO NOTHING;

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
    delivery_id,
    FIRST_VALUE(user_id) OVER first_delivery AS first_user_id,
    FIRST_VALUE(CAST(started_at AS TIMESTAMP)) OVER first_delivery AS first_started_at,
    FIRST_VALUE(CAST(duration_seconds AS INTEGER)) OVER first_delivery AS first_seconds
FROM raw_watch_sessions AS delivered
WHERE NOT EXISTS (
    SELECT 1
    FROM quarantined_delivery AS bad
    WHERE bad.delivery_id = delivered.delivery_id
)
WINDOW first_delivery AS (PARTITION BY event_id ORDER BY delivery_id)
QUALIFY ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY delivery_id DESC) = 1
ON CONFLICT (event_id) DO UPDATE SET
    user_id = excluded.user_id,
    content_id = excluded.content_id,
    started_at = excluded.started_at,
    duration_seconds = excluded.duration_seconds,
    device = excluded.device,
    last_delivery_id = excluded.last_delivery_id
WHERE excluded.last_delivery_id >= fact_watch_session.last_delivery_id;

-- views
CREATE VIEW v_monthly_watch_time AS
WITH active_months AS (
    SELECT
        user_id,
        CAST(date_trunc('month', started_at) AS DATE) AS month,
        SUM(duration_seconds) AS watch_seconds
    FROM fact_watch_session
    GROUP BY ALL
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
    (
        SELECT ARG_MAX(former.title, former.delivery_id)
        FROM content_title_history AS former
        WHERE former.content_id = reported_content.content_id
        AND former.title IS DISTINCT FROM reported_content.title
    ) AS former_title,
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

CREATE VIEW v_month_restatement AS
WITH session_versions AS (
    SELECT
        CAST(date_trunc('month', first_started_at) AS DATE) AS month,
        first_seconds,
        0 AS current_seconds,
        0 AS corrected
    FROM fact_watch_session
    UNION ALL
    SELECT
        CAST(date_trunc('month', started_at) AS DATE) AS month,
        0 AS first_seconds,
        duration_seconds AS current_seconds,
        CAST((user_id, started_at, duration_seconds) <> (first_user_id, first_started_at, first_seconds) AS INTEGER) AS corrected
    FROM fact_watch_session
)

SELECT
    month,
    SUM(first_seconds) AS first_seconds,
    SUM(current_seconds) AS current_seconds,
    SUM(corrected) AS corrected_sessions
FROM session_versions
GROUP BY month;
