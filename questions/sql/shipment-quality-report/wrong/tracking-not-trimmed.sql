WITH real_shipments AS (
    SELECT
        NULLIF(TRIM(carrier_code), '') AS carrier_code,
        CASE WHEN TRIM(tracking_number) <> '' THEN tracking_number END AS tracking_number,
        weight_kg,
        destination_depot_id,
        shipped_at,
        delivered_at
    FROM shipments
    WHERE NOT is_test
),
tracking_uses AS (
    SELECT
        tracking_number,
        COUNT(tracking_number) OVER (PARTITION BY tracking_number) AS uses
    FROM real_shipments
),
rule_counts AS (
    SELECT
        'missing_carrier' AS rule,
        COUNT(*) AS checked_rows,
        COUNT(*) FILTER (WHERE carrier_code IS NULL) AS failing_rows
    FROM real_shipments
    UNION ALL
    SELECT
        'unknown_carrier' AS rule,
        COUNT(carrier_code) AS checked_rows,
        COUNT(carrier_code) FILTER (WHERE NOT EXISTS (
            SELECT *
            FROM carrier_contracts
            WHERE carrier_contracts.carrier_code = real_shipments.carrier_code
        )) AS failing_rows
    FROM real_shipments
    UNION ALL
    SELECT
        'duplicate_tracking_number' AS rule,
        COUNT(tracking_number) AS checked_rows,
        COUNT(*) FILTER (WHERE uses > 1) AS failing_rows
    FROM tracking_uses
    UNION ALL
    SELECT
        'weight_out_of_range' AS rule,
        COUNT(weight_kg) AS checked_rows,
        COUNT(*) FILTER (WHERE weight_kg <= 0 OR weight_kg > 1000) AS failing_rows
    FROM real_shipments
    UNION ALL
    SELECT
        'unknown_depot' AS rule,
        COUNT(*) AS checked_rows,
        COUNT(*) FILTER (WHERE NOT EXISTS (
            SELECT *
            FROM depots
            WHERE depots.depot_id = real_shipments.destination_depot_id
        )) AS failing_rows
    FROM real_shipments
    UNION ALL
    SELECT
        'delivered_before_shipped' AS rule,
        COUNT(*) AS checked_rows,
        COUNT(*) FILTER (WHERE shipped_at IS NULL OR delivered_at < shipped_at) AS failing_rows
    FROM real_shipments
    WHERE delivered_at IS NOT NULL
)
SELECT
    rule,
    checked_rows,
    failing_rows,
    ROUND(failing_rows / NULLIF(checked_rows, 0), 4) AS failing_share
FROM rule_counts
ORDER BY failing_rows DESC, rule;
