WITH campaign_rates AS (
    SELECT campaign_id, campaign_name, SUM(impressions) AS impressions, SUM(clicks) AS clicks,
           AVG(clicks / NULLIF(impressions, 0)) AS rate
    FROM (
        SELECT c.campaign_id, c.campaign_name, s.day,
               COALESCE(SUM(s.impressions), 0) AS impressions, COALESCE(SUM(s.clicks), 0) AS clicks
        FROM campaigns c
        LEFT JOIN daily_stats s
        ON s.campaign_id = c.campaign_id
        AND s.day BETWEEN DATE '2025-07-01' AND DATE '2025-09-30'
        AND s.device <> 'bot'
        AND s.clicks IS NOT NULL
        GROUP BY c.campaign_id, c.campaign_name, s.day
    ) AS campaign_days
    GROUP BY campaign_id, campaign_name
),
ranked_campaigns AS (
    SELECT campaign_id, RANK() OVER (ORDER BY rate DESC) AS rate_rank
    FROM campaign_rates
    WHERE impressions >= 1000
)
SELECT r.campaign_id, r.campaign_name, r.impressions, r.clicks, ROUND(r.rate, 4) AS click_through_rate, k.rate_rank
FROM campaign_rates r
LEFT JOIN ranked_campaigns k ON k.campaign_id = r.campaign_id
ORDER BY k.rate_rank, r.campaign_id;
