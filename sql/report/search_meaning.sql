-- Reads:  query_vector (the embedded question: one row, embedding FLOAT[n]), claim_texts, claim_embeddings, claims,
--         fact_claims, facts
-- Writes: nothing
-- Grain:  one row a fact (or an unlinked claim), nearest in meaning first
-- Why:    `claims search` finds "sandera" for "hostages"; every distinct text is compared once, however often it was printed
WITH near AS (
    SELECT e.text_hash, max(array_cosine_similarity(e.embedding, q.embedding)) AS score
    FROM claim_embeddings AS e, query_vector AS q
    WHERE $model IS NULL OR e.model = $model
    GROUP BY e.text_hash
)
SELECT
    round(n.score, 3) AS score, fc.fact_id, f.label, count(*) OVER (PARTITION BY coalesce(fc.fact_id, c.claim_id)) AS claims_found,
    figure_text(c.value, c.low, c.high, c.bound, c.unit) AS figure, c.outlet, c.published_at, c.known_at, c.lang,
    c.sentence, c.quote, c.claim_id, c.article_id
FROM near AS n
JOIN claim_texts AS t ON t.focus_hash = n.text_hash
JOIN claims AS c USING (claim_id)
LEFT JOIN fact_claims AS fc USING (claim_id)
LEFT JOIN facts AS f USING (fact_id)
QUALIFY row_number() OVER (PARTITION BY coalesce(fc.fact_id, c.claim_id) ORDER BY n.score DESC, c.known_at DESC, c.claim_id) = 1
ORDER BY n.score DESC, claims_found DESC, c.claim_id
LIMIT $limit
