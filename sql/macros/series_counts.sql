-- Reads:  counted_as
-- Writes: the macro series_counts(nouns, noun)
-- Why:    whether a series of these nouns ("people|Palestinians") counts what a claim's noun says: the noun itself, with words
--         before it, another word for people where the series counts people, or a word for the count ("death toll"). Children,
--         journalists and bombs are not what a series of people counts.
CREATE OR REPLACE MACRO series_counts(nouns, noun) AS (
    coalesce(nouns, '') = '' OR coalesce(noun, '') = ''
    OR len(list_filter(string_split(lower(nouns), '|'), lambda n: n = lower(noun) OR ends_with(lower(noun), ' ' || n)
           OR (counted_as(n, NULL) = 'person' AND counted_as(noun, NULL) = 'person'))) > 0
    OR (regexp_matches(lower(noun), '^(\w+ )?(death )?(toll|dead|deaths?|fatalities|casualties|killed|bilan|morts|muertos|tote|todesopfer|vittime|mortos|korban( tewas| jiwa)?|tewas|погибш\w*|قتلى|قتيل)$'))
)
