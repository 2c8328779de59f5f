WITH campaign_totals AS (
    SELECT
        campaigns.campaign_id,
        campaigns.campaign_name,
        COALESCE(SUM(daily_stats.impressions), 0) AS impressions,
        COALESCE(SUM(daily_stats.clicks), 0) AS clicks
    FROM campaigns
    LEFT JOIN daily_stats
        ON daily_stats.campaign_id = campaigns.campaign_id
    WHERE daily_stats.day >= DATE '2025-07-01'
        AND daily_stats.day < DATE '2025-10-01'
        AND daily_stats.device <> 'bot'
        AND daily_stats.clicks IS NOT NULL
    GROUP BY campaigns.campaign_id, campaigns.campaign_name
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
