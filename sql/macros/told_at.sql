-- Reads:  nothing
-- Writes: the macro told_at(known_at)
-- Why:    when something was told; a day without a clock time is only a day
CREATE OR REPLACE MACRO told_at(known_at) AS (
    CASE WHEN known_at = date_trunc('day', known_at) THEN strftime(known_at, '%-d %B %Y')
         ELSE strftime(known_at, '%-d %B %Y, %H:%M UTC') END
)
