-- Aggregate before the join, and get a rank by counting the campaigns that did better:
-- a / b > c / d is the same as a * d > c * b, so nothing is divided before it is shown.
WITH quarter_totals AS (
    SELECT
        campaign_id,
        SUM(impressions) AS impressions,
        SUM(clicks) AS clicks
    FROM daily_stats
    WHERE day BETWEEN DATE '2025-07-01' AND DATE '2025-09-30'
      AND device IN ('desktop', 'mobile', 'tablet')
      AND clicks IS NOT NULL
    GROUP BY campaign_id
),
campaign_totals AS (
    SELECT
        c.campaign_id,
        c.campaign_name,
        COALESCE(q.impressions, 0) AS impressions,
        COALESCE(q.clicks, 0) AS clicks
    FROM campaigns AS c
    LEFT JOIN quarter_totals AS q ON q.campaign_id = c.campaign_id
),
contenders AS (
    SELECT campaign_id, impressions, clicks
    FROM campaign_totals
    WHERE impressions >= 1000
),
ranks AS (
    SELECT
        contender.campaign_id,
        1 + COUNT(better.campaign_id) AS rate_rank
    FROM contenders AS contender
    LEFT JOIN contenders AS better
        ON better.clicks * contender.impressions > contender.clicks * better.impressions
    GROUP BY contender.campaign_id
)
SELECT
    t.campaign_id,
    t.campaign_name,
    t.impressions,
    t.clicks,
    ROUND(t.clicks / NULLIF(t.impressions, 0), 4) AS click_through_rate,
    r.rate_rank
FROM campaign_totals AS t
LEFT JOIN ranks AS r ON r.campaign_id = t.campaign_id
ORDER BY r.rate_rank NULLS LAST, t.campaign_id;
