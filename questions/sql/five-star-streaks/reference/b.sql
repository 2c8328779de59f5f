-- A self-join counts the lesser trips before every five-star trip; that number names the streak.
WITH final_ratings AS (
    SELECT rating.trip_id, rating.stars
    FROM trip_ratings AS rating
    WHERE NOT EXISTS (
        SELECT 1
        FROM trip_ratings AS later
        WHERE later.trip_id = rating.trip_id
          AND (later.rated_at > rating.rated_at
               OR (later.rated_at = rating.rated_at AND later.rating_id > rating.rating_id))
    )
),
rated_trips AS (
    SELECT trips.driver_id, trips.trip_id, trips.finished_at, final_ratings.stars
    FROM trips
    JOIN final_ratings ON final_ratings.trip_id = trips.trip_id
    WHERE trips.status = 'completed'
      AND final_ratings.stars IS NOT NULL
),
-- Five-star trips with the same number of lesser trips before them are one streak.
five_star_trips AS (
    SELECT
        good.driver_id,
        good.trip_id,
        good.finished_at,
        COUNT(lesser.trip_id) AS breaks_before
    FROM rated_trips AS good
    LEFT JOIN rated_trips AS lesser
        ON lesser.driver_id = good.driver_id
       AND lesser.stars < 5
       AND (lesser.finished_at < good.finished_at
            OR (lesser.finished_at = good.finished_at AND lesser.trip_id < good.trip_id))
    WHERE good.stars = 5
    GROUP BY good.driver_id, good.trip_id, good.finished_at
),
streaks AS (
    SELECT
        driver_id,
        breaks_before,
        COUNT(*) AS trips_in_streak,
        MIN(finished_at) AS first_finished_at,
        MAX(finished_at) AS last_finished_at
    FROM five_star_trips
    GROUP BY driver_id, breaks_before
),
longest_streaks AS (
    SELECT DISTINCT ON (driver_id) driver_id, trips_in_streak, first_finished_at, last_finished_at
    FROM streaks
    ORDER BY driver_id, trips_in_streak DESC, breaks_before DESC
),
break_totals AS (
    SELECT driver_id, COUNT(*) FILTER (WHERE stars < 5) AS breaks
    FROM rated_trips
    GROUP BY driver_id
)
SELECT
    drivers.driver_id,
    COALESCE(longest_streaks.trips_in_streak, 0) AS longest_streak,
    longest_streaks.first_finished_at,
    longest_streaks.last_finished_at,
    COALESCE(running_streak.trips_in_streak, 0) AS current_streak
FROM drivers
LEFT JOIN longest_streaks ON longest_streaks.driver_id = drivers.driver_id
LEFT JOIN break_totals ON break_totals.driver_id = drivers.driver_id
LEFT JOIN streaks AS running_streak
    ON running_streak.driver_id = drivers.driver_id
   AND running_streak.breaks_before = break_totals.breaks
ORDER BY longest_streak DESC, drivers.driver_id;
