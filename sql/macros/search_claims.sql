-- Reads:  claims, fact_claims, facts, as_words, figure_text
-- Writes: the table macro search_claims(words)
-- Grain:  one row a fact with a claim that says at least one of the words (an unlinked claim stands alone)
-- Why:    "where did we read that?" in any language: a rare word weighs more than a common one, the start of a
--         word more than its middle (which alone serves Chinese and Japanese); 1,481 also finds 1.481 and 1481
CREATE OR REPLACE MACRO search_claims(words) AS TABLE
WITH terms AS (
    SELECT DISTINCT
        trim(as_words(w)) AS term,
        try_cast(CASE
            WHEN regexp_full_match(w, '[0-9]{1,3}([.,][0-9]{3})+') THEN regexp_replace(w, '[.,]', '', 'g')
            ELSE replace(w, ',', '.')
        END AS DOUBLE) AS number
    FROM (SELECT unnest(string_split(trim(words), ' ')) AS w)
    WHERE trim(as_words(w)) <> ''
), texts AS (
    SELECT c.claim_id, c.value, as_words(concat_ws(' ', c.sentence, c.noun, c.scope, c.place, f.label)) AS words
    FROM claims AS c
    LEFT JOIN fact_claims AS fc USING (claim_id)
    LEFT JOIN facts AS f USING (fact_id)
    WHERE c.carried_from IS NULL
), hits AS (
    SELECT
        x.claim_id, t.term,
        CASE
            WHEN x.value = t.number THEN 1.5
            WHEN contains(x.words, ' ' || t.term || ' ') THEN 1.0
            WHEN contains(x.words, ' ' || t.term) THEN 0.9
            ELSE 0.5
        END AS strength
    FROM texts AS x
    JOIN terms AS t ON contains(x.words, t.term) OR x.value = t.number
), weights AS (
    SELECT t.term, ln(1 + (SELECT count(*) FROM claims) / greatest(count(h.claim_id), 1)) AS weight
    FROM terms AS t
    LEFT JOIN hits AS h USING (term)
    GROUP BY t.term
), scored AS (
    SELECT h.claim_id, sum(h.strength * w.weight) / (SELECT sum(weight) FROM weights) AS score
    FROM hits AS h
    JOIN weights AS w USING (term)
    GROUP BY h.claim_id
), best AS ( -- one claim a fact, picked on narrow rows: a common word is in most of a large ledger
    SELECT fc.fact_id, arg_max(s.claim_id, (s.score, s.claim_id)) AS claim_id, max(s.score) AS score, count(*) AS claims_found
    FROM scored AS s
    LEFT JOIN fact_claims AS fc USING (claim_id)
    GROUP BY fc.fact_id, CASE WHEN fc.fact_id IS NULL THEN s.claim_id END
)
SELECT
    round(b.score, 3) AS score, b.fact_id, f.label, b.claims_found,
    figure_text(c.value, c.low, c.high, c.bound, c.unit) AS figure, c.outlet, c.published_at, c.known_at, c.lang,
    c.sentence, c.quote, c.claim_id, c.article_id
FROM best AS b
JOIN claims AS c USING (claim_id)
LEFT JOIN facts AS f ON f.fact_id = b.fact_id
ORDER BY b.score DESC, b.claims_found DESC, c.known_at DESC, c.claim_id
