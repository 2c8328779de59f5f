-- schema
-- Append-only: every delivery is kept once with its verdict; what is current is derived in views.
CREATE TABLE session_deliveries (
    delivery_id      BIGINT PRIMARY KEY,
    is_good          BOOLEAN NOT NULL,
    reject_reason    VARCHAR,
    event_id         VARCHAR,
    user_id          VARCHAR,
    content_id       VARCHAR,
    started_at       TIMESTAMP,
    duration_seconds INTEGER,
    is_tv            BOOLEAN NOT NULL,
    raw_started_at   VARCHAR,
    raw_duration     VARCHAR,
    raw_device       VARCHAR,
    CHECK (is_good = (reject_reason IS NULL)),
    CHECK (NOT is_good OR (event_id IS NOT NULL AND user_id IS NOT NULL AND started_at IS NOT NULL AND duration_seconds IS NOT NULL))
);

CREATE TABLE content_deliveries (
    delivery_id BIGINT PRIMARY KEY,
    content_id  VARCHAR NOT NULL,
    title       VARCHAR
);

-- load
INSERT INTO content_deliveries
SELECT
    raw_content.delivery_id,
    raw_content.content_id,
    CASE WHEN LENGTH(raw_content.title) > 0 THEN raw_content.title END
FROM raw_content
LEFT JOIN content_deliveries AS known
    ON known.delivery_id = raw_content.delivery_id
WHERE LENGTH(raw_content.content_id) > 0
    AND known.delivery_id IS NULL;

INSERT INTO session_deliveries
WITH new_deliveries AS (
    SELECT raw_watch_sessions.*
    FROM raw_watch_sessions
    ANTI JOIN session_deliveries
        ON session_deliveries.delivery_id = raw_watch_sessions.delivery_id
),

parsed_deliveries AS (
    SELECT
        *,
        event_id IS NULL OR user_id IS NULL OR event_id = '' OR user_id = '' AS lacks_id,
        TRY_CAST(started_at AS TIMESTAMP) AS parsed_start,
        CASE
            WHEN duration_seconds SIMILAR TO '[0-9]+' AND TRY_CAST(duration_seconds AS HUGEINT) > 0 AND TRY_CAST(duration_seconds AS HUGEINT) <= 86400
                THEN CAST(duration_seconds AS INTEGER)
        END AS parsed_duration
    FROM new_deliveries
)

SELECT
    delivery_id,
    NOT lacks_id AND parsed_start IS NOT NULL AND parsed_duration IS NOT NULL,
    CASE
        WHEN lacks_id THEN 'missing id'
        WHEN parsed_start IS NULL THEN 'bad start'
        WHEN parsed_duration IS NULL THEN 'bad duration'
    END,
    event_id,
    user_id,
    content_id,
    parsed_start,
    parsed_duration,
    COALESCE(TRIM(LOWER(device)) = 'tv', FALSE),
    started_at,
    duration_seconds,
    device
FROM parsed_deliveries;

-- views
CREATE VIEW current_sessions AS
SELECT *
FROM session_deliveries AS candidate
WHERE candidate.is_good
    AND NOT EXISTS (
        SELECT 1
        FROM session_deliveries AS newer
        WHERE newer.is_good
            AND newer.event_id = candidate.event_id
            AND newer.delivery_id > candidate.delivery_id
    );

CREATE VIEW current_content AS
SELECT
    content_id,
    (ARG_MAX({'title': title}, delivery_id)).title AS title
FROM content_deliveries
GROUP BY content_id;

-- Months are numbered since year 0; the month before is found by a self-join on the number, a missing one counts as 0.
CREATE VIEW v_monthly_watch_time AS
WITH RECURSIVE monthly_sums AS (
    SELECT
        user_id,
        year(started_at) * 12 + month(started_at) - 1 AS month_number,
        SUM(duration_seconds) AS watch_seconds
    FROM current_sessions
    GROUP BY user_id, month_number
),

user_months AS (
    SELECT
        user_id,
        MIN(month_number) AS month_number,
        MIN(month_number) AS first_month_number,
        MAX(month_number) AS last_month_number
    FROM monthly_sums
    GROUP BY user_id
    UNION ALL
    SELECT user_id, month_number + 1, first_month_number, last_month_number
    FROM user_months
    WHERE month_number < last_month_number
),

compared_months AS (
    SELECT
        user_months.user_id,
        make_date(user_months.month_number // 12, user_months.month_number % 12 + 1, 1) AS month,
        COALESCE(this_month.watch_seconds, 0) AS watch_seconds,
        CASE
            WHEN user_months.month_number > user_months.first_month_number
                THEN COALESCE(month_before.watch_seconds, 0)
        END AS previous_seconds
    FROM user_months
    LEFT JOIN monthly_sums AS this_month
        ON this_month.user_id = user_months.user_id
        AND this_month.month_number = user_months.month_number
    LEFT JOIN monthly_sums AS month_before
        ON month_before.user_id = user_months.user_id
        AND month_before.month_number = user_months.month_number - 1
)

SELECT
    user_id,
    month,
    watch_seconds,
    previous_seconds,
    CASE
        WHEN previous_seconds > 0
            THEN ROUND(100 * (watch_seconds - previous_seconds) / previous_seconds, 1)
    END AS change_pct
FROM compared_months;

CREATE VIEW v_content_watch_time AS
SELECT
    current_content.content_id,
    current_content.title,
    COUNT(current_sessions.event_id) AS sessions,
    COUNT(DISTINCT current_sessions.user_id) AS viewers,
    COALESCE(SUM(current_sessions.duration_seconds), 0) AS watch_seconds,
    COALESCE(SUM(CASE WHEN current_sessions.is_tv THEN current_sessions.duration_seconds END), 0) AS tv_seconds
FROM current_content
LEFT JOIN current_sessions
    ON current_sessions.content_id = current_content.content_id
GROUP BY current_content.content_id, current_content.title

UNION ALL

SELECT
    'unknown',
    NULL,
    COUNT(*),
    COUNT(DISTINCT user_id),
    SUM(duration_seconds),
    COALESCE(SUM(CASE WHEN is_tv THEN duration_seconds END), 0)
FROM current_sessions
ANTI JOIN current_content
    ON current_content.content_id = current_sessions.content_id
HAVING COUNT(*) > 0;

CREATE VIEW v_quarantine AS
SELECT
    reject_reason AS reason,
    COUNT(*) AS deliveries
FROM session_deliveries
WHERE NOT is_good
GROUP BY reject_reason;
