-- Pair every rule with every real shipment, judge each pair, and count the verdicts.
WITH rules (rule) AS (
    VALUES
        ('missing_carrier'),
        ('unknown_carrier'),
        ('duplicate_tracking_number'),
        ('weight_out_of_range'),
        ('unknown_depot'),
        ('delivered_before_shipped')
),
real_shipments AS (
    SELECT
        shipment_id,
        NULLIF(TRIM(carrier_code), '') AS carrier,
        NULLIF(TRIM(tracking_number), '') AS tracking,
        weight_kg,
        destination_depot_id,
        shipped_at,
        delivered_at
    FROM shipments
    WHERE NOT is_test
),
repeated_tracking AS (
    SELECT tracking
    FROM real_shipments
    WHERE tracking IS NOT NULL
    GROUP BY tracking
    HAVING COUNT(*) > 1
),
-- One row per rule and shipment: failed is NULL where the rule doesn't check the shipment.
verdicts AS (
    SELECT
        rules.rule,
        CASE rules.rule
            WHEN 'missing_carrier' THEN
                s.carrier IS NULL
            WHEN 'unknown_carrier' THEN
                CASE WHEN s.carrier IS NOT NULL THEN NOT EXISTS (
                    SELECT 1 FROM carrier_contracts AS c WHERE c.carrier_code = s.carrier
                ) END
            WHEN 'duplicate_tracking_number' THEN
                CASE WHEN s.tracking IS NOT NULL THEN EXISTS (
                    SELECT 1 FROM repeated_tracking AS r WHERE r.tracking = s.tracking
                ) END
            WHEN 'weight_out_of_range' THEN
                s.weight_kg <= 0 OR s.weight_kg > 1000
            WHEN 'unknown_depot' THEN
                NOT EXISTS (SELECT 1 FROM depots AS d WHERE d.depot_id = s.destination_depot_id)
            WHEN 'delivered_before_shipped' THEN
                CASE WHEN s.delivered_at IS NOT NULL THEN COALESCE(s.delivered_at < s.shipped_at, TRUE) END
        END AS failed
    FROM rules
    CROSS JOIN real_shipments AS s
)
SELECT
    rules.rule,
    COUNT(verdicts.failed) AS checked_rows,
    COUNT(*) FILTER (WHERE verdicts.failed) AS failing_rows,
    ROUND(AVG(CAST(verdicts.failed AS INTEGER)), 4) AS failing_share
FROM rules
LEFT JOIN verdicts ON verdicts.rule = rules.rule
GROUP BY rules.rule
ORDER BY failing_rows DESC, rules.rule;
