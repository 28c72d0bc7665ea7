-- Reads:  claims, fact_claims, facts
-- Writes: nothing
-- Grain:  one row a claim that the name may mean, the surest first
-- Why:    a person names a claim by its id, by the first characters of it, or by its place in the news (article, field,
--         offset). A claim that a later version of its article repeats is the claim of the first version
WITH named AS (
    SELECT coalesce(carried_from, claim_id) AS claim_id, min(CASE WHEN claim_id = $called THEN 0 WHEN article_id = $article THEN 1 ELSE 2 END) AS rank
    FROM claims
    WHERE claim_id = $called
       OR (length($called) >= 6 AND starts_with(claim_id, $called))
       OR (article_id = $article AND start_char = $start AND ($field IS NULL OR field = $field))
    GROUP BY ALL
)
SELECT
    c.claim_id, c.article_id, c.field, c.start_char, c.outlet, c.lang, coalesce(c.published_at, c.known_at) AS told_at, c.quote, c.sentence,
    c.start_char - c.sentence_start AS mark_from, c.end_char - c.sentence_start AS mark_to,
    figure_text(c.value, c.low, c.high, c.bound, c.unit) AS figure, c.noun, c.attribute, c.unit, c.scope, c.place, c.kind,
    fc.fact_id, f.label, fc.score, fc.reason
FROM named AS n
JOIN claims AS c USING (claim_id)
LEFT JOIN fact_claims AS fc USING (claim_id)
LEFT JOIN facts AS f USING (fact_id)
QUALIFY n.rank = min(n.rank) OVER ()
ORDER BY c.claim_id
LIMIT 8
