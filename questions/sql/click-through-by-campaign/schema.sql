CREATE TABLE campaigns (
    campaign_id   INTEGER PRIMARY KEY,
    campaign_name VARCHAR NOT NULL
);

CREATE TABLE daily_stats (
    campaign_id INTEGER NOT NULL,
    day         DATE NOT NULL,
    device      VARCHAR NOT NULL CHECK (device IN ('desktop', 'mobile', 'tablet', 'bot')),
    impressions INTEGER NOT NULL CHECK (impressions >= 0),
    clicks      INTEGER CHECK (clicks >= 0)
);
