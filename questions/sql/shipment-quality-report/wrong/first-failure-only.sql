WITH real_shipments AS (
    SELECT *, NULLIF(TRIM(carrier_code), '') AS carrier, NULLIF(TRIM(tracking_number), '') AS tracking
    FROM shipments
    WHERE NOT is_test
),
classified AS (
    SELECT *,
        CASE
            WHEN carrier IS NULL THEN 'missing_carrier'
            WHEN carrier NOT IN (SELECT c.carrier_code FROM carrier_contracts c WHERE c.carrier_code IS NOT NULL) THEN 'unknown_carrier'
            WHEN tracking IS NOT NULL AND COUNT(*) OVER (PARTITION BY tracking) > 1 THEN 'duplicate_tracking_number'
            WHEN weight_kg <= 0 OR weight_kg > 1000 THEN 'weight_out_of_range'
            WHEN destination_depot_id IS NULL OR destination_depot_id NOT IN (SELECT depot_id FROM depots) THEN 'unknown_depot'
            WHEN delivered_at < shipped_at OR (delivered_at IS NOT NULL AND shipped_at IS NULL) THEN 'delivered_before_shipped'
        END AS failed_rule
    FROM real_shipments
),
checked AS (
    SELECT 'missing_carrier' AS rule, COUNT(*) AS checked_rows FROM classified
    UNION ALL SELECT 'unknown_carrier', COUNT(carrier) FROM classified
    UNION ALL SELECT 'duplicate_tracking_number', COUNT(tracking) FROM classified
    UNION ALL SELECT 'weight_out_of_range', COUNT(weight_kg) FROM classified
    UNION ALL SELECT 'unknown_depot', COUNT(*) FROM classified
    UNION ALL SELECT 'delivered_before_shipped', COUNT(delivered_at) FROM classified
)
SELECT rule, checked_rows, COUNT(failed_rule) AS failing_rows, ROUND(COUNT(failed_rule) / NULLIF(checked_rows, 0), 4) AS failing_share
FROM checked
LEFT JOIN classified ON failed_rule = rule
GROUP BY rule, checked_rows
ORDER BY failing_rows DESC, rule;
