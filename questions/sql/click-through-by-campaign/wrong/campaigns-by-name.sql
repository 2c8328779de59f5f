WITH campaign_totals AS (
    SELECT
        MIN(c.campaign_id) AS campaign_id,
        c.campaign_name,
        COALESCE(SUM(s.impressions), 0) AS impressions,
        COALESCE(SUM(s.clicks), 0) AS clicks
    FROM campaigns c
    LEFT JOIN daily_stats s
        ON s.campaign_id = c.campaign_id
        AND s.day BETWEEN DATE '2025-07-01' AND DATE '2025-09-30'
        AND s.device <> 'bot'
        AND s.clicks IS NOT NULL
    GROUP BY c.campaign_name
),
ranked_campaigns AS (
    SELECT
        campaign_id,
        RANK() OVER (ORDER BY clicks / impressions DESC) AS rate_rank
    FROM campaign_totals
    WHERE impressions >= 1000
)
SELECT
    campaign_totals.campaign_id,
    campaign_totals.campaign_name,
    campaign_totals.impressions,
    campaign_totals.clicks,
    ROUND(campaign_totals.clicks / NULLIF(campaign_totals.impressions, 0), 4) AS click_through_rate,
    ranked_campaigns.rate_rank
FROM campaign_totals
LEFT JOIN ranked_campaigns ON ranked_campaigns.campaign_id = campaign_totals.campaign_id
ORDER BY ranked_campaigns.rate_rank, campaign_totals.campaign_id;
