WITH final_ratings AS (
    SELECT trip_id, stars
    FROM trip_ratings
    QUALIFY ROW_NUMBER() OVER (PARTITION BY trip_id ORDER BY rated_at DESC, rating_id DESC) = 1
),
rated AS (
    SELECT t.driver_id, t.finished_at, r.stars,
           COUNT(*) FILTER (WHERE r.stars < 5) OVER (PARTITION BY t.driver_id ORDER BY t.finished_at DESC, t.trip_id DESC) AS later_breaks
    FROM trips t JOIN final_ratings r USING (trip_id)
    WHERE t.status = 'completed'
)
SELECT d.driver_id, COUNT(*) FILTER (WHERE stars = 5) AS longest_streak,
       MIN(finished_at) FILTER (WHERE stars = 5) AS first_finished_at,
       MAX(finished_at) FILTER (WHERE stars = 5) AS last_finished_at,
       COUNT(*) FILTER (WHERE stars = 5 AND later_breaks = 0) AS current_streak
FROM drivers d LEFT JOIN rated USING (driver_id)
GROUP BY d.driver_id
ORDER BY longest_streak DESC, d.driver_id;
