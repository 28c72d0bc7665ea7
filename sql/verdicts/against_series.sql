-- Reads:  judging, facts, reference_series
-- Writes: by_series (temporary)
-- Grain:  one row a claim that an official series speaks to
-- Why:    the series must fit the claim's own words too, not only its fact's: in a fact that a wrong link has swollen a count of
--         children, of bombs, of the West Bank or of one day is no false count of Gaza's dead. Then the claim against the official counts that were published when it was, each day in the version known then; a
--         claim whose day alone is known was published by the end of it. A figure many times below or above every count
--         (ten reporters, 101 staff) answers another question, and the series does not speak to it. It
--         is supported when it meets the count of its day, give or take a named tolerance, of the day before (morning
--         papers) or of the named days after (tables and datelines differ by a day); outdated when it meets an earlier count only, or is a floor
--         left far behind or an older version of a count that was revised; contradicted when it meets none. A series of
--         one day (the dead of one attack, revised) speaks to every later claim, in the version known then. To a claim
--         of an undated article that names no day it says nothing.
CREATE OR REPLACE TEMP TABLE by_series AS
WITH matched AS (
    SELECT j.fact_id, j.claim_id, j.tight_low, j.tight_high, j.wide_low, j.wide_high, j.bound, j.number, j.speaks_of::DATE AS day,
        j.known_at + CASE WHEN j.clockless THEN INTERVAL 1 DAY ELSE INTERVAL 0 DAY END AS known_at, s.series
    FROM judging AS j
    JOIN facts AS f USING (fact_id)
    JOIN (SELECT DISTINCT series, attribute, noun, scope, place, unit, measure FROM reference_series) AS s
        ON s.attribute = coalesce(f.attribute, 'other') AND s.measure = f.measure AND coalesce(s.unit, '') = coalesce(f.unit, '')
        AND (coalesce(f.scope, '') = '' AND list_contains(string_split(coalesce(s.scope, ''), '|'), '')
             OR list_contains(list_transform(string_split(coalesce(s.scope, ''), '|'), lambda x: lower(x)), lower(coalesce(f.scope, '')))
             OR list_contains(list_transform(string_split(s.noun, '|'), lambda x: lower(x)), lower(coalesce(f.scope, ''))))
        AND (coalesce(s.place, '') = ''
             OR list_contains(list_transform(string_split(s.place, '|'), lambda x: lower(x)), lower(coalesce(f.place, ''))))
    WHERE j.role NOT IN ('shown', 'carried') AND NOT (j.dateless AND j.as_of IS NULL)
      AND coalesce(j.attribute, 'other') = s.attribute AND j.measure = s.measure AND series_counts(s.noun, j.noun)
      AND (coalesce(j.scope, '') = '' OR series_counts(s.noun, j.scope) OR list_contains(list_transform(string_split(coalesce(s.scope, ''), '|'), lambda x: lower(x)), lower(j.scope)))
      AND (coalesce(s.place, '') = '' OR coalesce(j.place, '') = ''
           OR list_contains(list_transform(string_split(s.place, '|'), lambda x: lower(x)), lower(j.place)))
      AND NOT (s.measure = 'total' AND tells_period(j.masked)) AND NOT tells_rest(j.masked)
),
lengths AS (SELECT series, count(DISTINCT as_of) AS days FROM reference_series GROUP BY series),
known AS (
    SELECT
        m.claim_id, m.series, coalesce(m.number, CASE WHEN isfinite(m.tight_low) THEN m.tight_low END, 0) AS number, r.as_of, arg_max(r.value, r.known_at) AS value, min(r.value) AS lowest, max(r.value) AS highest,
        l.days = 1 OR r.as_of BETWEEN m.day - 1 AND m.day + setting('reference_ahead_days')::INTEGER AS current
    FROM matched AS m
    JOIN lengths AS l USING (series)
    JOIN reference_series AS r ON r.series = m.series
        AND (l.days = 1 OR r.as_of BETWEEN m.day - setting('reference_back_days')::INTEGER AND m.day + setting('reference_ahead_days')::INTEGER)
        AND r.known_at <= m.known_at + CASE WHEN l.days = 1 THEN INTERVAL 0 DAY ELSE to_days(setting('reference_ahead_days')::INTEGER) END
    GROUP BY ALL
),
bands AS (
    SELECT
        claim_id, series,
        min(value) FILTER (current) * (1 - setting('reference_tolerance')) AS low,
        max(value) FILTER (current) * (1 + setting('reference_tolerance')) AS high,
        min(lowest) * (1 - setting('reference_tolerance')) AS back_low, max(highest) * (1 + setting('reference_tolerance')) AS back_high,
        bool_or(abs(value - number) <= setting('reference_tolerance') * value) AS met,
        arg_min(as_of, abs(value - number)) FILTER (current) AS as_of, arg_min(value, abs(value - number)) FILTER (current) AS value
    FROM known
    GROUP BY claim_id, series
)
SELECT
    m.claim_id,
    CASE
        WHEN m.bound IN ('at_least', 'more_than') AND m.number < b.low * setting('stale_floor_share') THEN 'outdated'
        WHEN m.wide_low <= b.high AND m.wide_high >= b.low THEN 'supported'
        WHEN m.wide_low <= b.back_high AND m.wide_high >= b.back_low THEN 'outdated'
        ELSE 'contradicted'
    END AS verdict,
    m.number = b.value AS to_the_digit,
    [b.series || ':' || b.as_of::VARCHAR] AS evidence,
    'the series ' || b.series || ' had ' || amount_text(b.value, NULL::VARCHAR) || ' for ' || strftime(b.as_of, '%-d %B %Y') AS reason
FROM matched AS m
JOIN bands AS b USING (claim_id, series)
WHERE b.value IS NOT NULL
  AND (coalesce(m.number, m.tight_low, m.tight_high) BETWEEN b.low / setting('reference_reach') AND b.back_high * setting('reference_reach')
       OR b.met) -- an official count of some day before
  AND (m.bound <> 'vague' OR (m.tight_low <= b.high AND m.tight_high >= b.low)) -- "hundreds" under thousands says nothing false
QUALIFY row_number() OVER (PARTITION BY m.claim_id ORDER BY verdict = 'supported' DESC, b.series) = 1
