-- Reads:  nothing
-- Writes: the macro dateless(published_at, known_at, first_seen_at)
-- Why:    an article without a date, of which only the run that first read it is known: its figures come before nothing
--         and after nothing. One with a time of its last change has a date.
CREATE OR REPLACE MACRO dateless(published_at, known_at, first_seen_at) AS (published_at IS NULL AND known_at = first_seen_at)
