-- Reads:  series_rows (as_of, known_at, value as text), reference_series
-- Writes: reference_series
-- Grain:  one row a series, day and version
-- Why:    every revision is kept. With a time of publication in the file, a row is its own version. Without one, the day's
--         first value counts as known $known_after_hours after the day began, and a different value in a later load is a
--         revision that became known at the load.
INSERT INTO reference_series BY NAME
WITH given AS (
    SELECT try_cast(as_of AS DATE) AS as_of, try_cast(value AS DOUBLE) AS value, known_at,
           coalesce(try_cast(known_at AS TIMESTAMPTZ) AT TIME ZONE 'UTC', try_cast(known_at AS TIMESTAMP)) AS published
    FROM series_rows
),
last_known AS (SELECT as_of, arg_max(value, known_at) AS value FROM reference_series WHERE series = $series GROUP BY as_of)
SELECT
    $series AS series, g.as_of,
    CASE WHEN g.published IS NOT NULL THEN g.published
         WHEN l.as_of IS NULL THEN g.as_of::TIMESTAMP + to_hours($known_after_hours::INTEGER)
         ELSE $now::TIMESTAMP END AS known_at,
    g.value, $attribute AS attribute, $noun AS noun, nullif($scope, '') AS scope, nullif($place, '') AS place,
    nullif($unit, '') AS unit, $measure AS measure, $source AS source
FROM given AS g
LEFT JOIN last_known AS l USING (as_of)
WHERE g.as_of IS NOT NULL AND g.value IS NOT NULL AND (g.known_at IS NULL OR g.published IS NOT NULL)
  AND (g.published IS NOT NULL OR l.as_of IS NULL OR l.value <> g.value)
ON CONFLICT (series, as_of, known_at) DO UPDATE SET
    value = excluded.value, attribute = excluded.attribute, noun = excluded.noun, scope = excluded.scope, place = excluded.place,
    unit = excluded.unit, measure = excluded.measure, source = excluded.source
