-- Reads:  nothing
-- Writes: the macro as_words(words)
-- Why:    both sides of a search in one form: lower case, no accents, a single space around every word
CREATE OR REPLACE MACRO as_words(words) AS (
    ' ' || trim(regexp_replace(lower(strip_accents(coalesce(words, ''))), '[^\pL\pN]+', ' ', 'g')) || ' '
)
