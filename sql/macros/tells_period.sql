-- Reads:  nothing
-- Writes: the macro tells_period(masked)
-- Why:    "700 killed in 24 hours", "45 killed overnight" are the count of a day; a cumulative series says nothing of it
CREATE OR REPLACE MACRO tells_period(masked) AS (
    regexp_matches(masked, '(?i)(\b(in|over|within|during|past|last|dalam|selama|en|in den|nelle|nas) (the |las |les |ultime |letzten |últimas )?(past |last |últimas |dernières )?(#|24|twenty-four|a|one|single|sehari|satu)[ -]?(hours?|days?|nights?|jam|hari|malam|horas|heures|stunden|ore)?\b.{0,3}(hours?|day|night|jam|hari|horas|heures|stunden|ore)\b|\bovernight\b|\bsemalam\b|\bsehari\b|in a (single )?(day|night)|per day|a day\b)')
)
