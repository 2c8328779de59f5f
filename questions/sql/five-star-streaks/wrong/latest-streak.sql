WITH final_ratings AS (
    SELECT
        trip_id,
        stars
    FROM trip_ratings
    QUALIFY ROW_NUMBER() OVER (PARTITION BY trip_id ORDER BY rated_at DESC, rating_id DESC) = 1
),
rated_trips AS (
    SELECT
        trips.driver_id,
        trips.finished_at,
        final_ratings.stars,
        COUNT(*) FILTER (WHERE final_ratings.stars < 5) OVER (
            PARTITION BY trips.driver_id
            ORDER BY trips.finished_at, trips.trip_id
        ) AS breaks_before,
        COUNT(*) FILTER (WHERE final_ratings.stars < 5) OVER (PARTITION BY trips.driver_id) AS breaks_in_all
    FROM final_ratings
    JOIN trips ON trips.trip_id = final_ratings.trip_id
    WHERE trips.status = 'completed'
),
streaks AS (
    SELECT
        driver_id,
        breaks_before,
        breaks_in_all,
        COUNT(*) AS trip_count,
        MIN(finished_at) AS first_finished_at,
        MAX(finished_at) AS last_finished_at
    FROM rated_trips
    WHERE stars = 5
    GROUP BY driver_id, breaks_before, breaks_in_all
),
ranked_streaks AS (
    SELECT
        driver_id,
        breaks_before,
        breaks_in_all,
        trip_count,
        first_finished_at,
        last_finished_at,
        ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY breaks_before DESC) AS preference
    FROM streaks
)
SELECT
    drivers.driver_id,
    COALESCE(longest_streaks.trip_count, 0) AS longest_streak,
    longest_streaks.first_finished_at,
    longest_streaks.last_finished_at,
    COALESCE(current_streaks.trip_count, 0) AS current_streak
FROM drivers
LEFT JOIN ranked_streaks AS longest_streaks
    ON longest_streaks.driver_id = drivers.driver_id
    AND longest_streaks.preference = 1
LEFT JOIN ranked_streaks AS current_streaks
    ON current_streaks.driver_id = drivers.driver_id
    AND current_streaks.breaks_before = current_streaks.breaks_in_all
ORDER BY longest_streak DESC, drivers.driver_id;
