-- Reads:  claims, article_versions, claim_texts, claim_embeddings
-- Writes: nothing
-- Grain:  one row a claim that has no texts, has them from another reading or other rules, or whose texts the model has not embedded
-- Why:    what there is to embed; newest articles last, so that a stopped run goes on where it was.
--         A claim carried over from an earlier version of its article is never linked, so it needs no texts.
SELECT c.claim_id, c.day, c.article_day, c.made_from
FROM (
    SELECT
        c.claim_id, c.article_id, c.content_hash, c.start_char, c.day, v.day AS article_day,
        hash(c.masked, c.sentence, c.noun, c.attribute, c.scope, v.content_hash, v.cleaner, $rules) AS made_from
    FROM claims AS c
    JOIN article_versions AS v USING (article_id, content_hash)
    WHERE c.carried_from IS NULL
) AS c
LEFT JOIN claim_texts AS t USING (claim_id)
LEFT JOIN claim_embeddings AS f ON f.text_hash = t.focus_hash AND f.model = $model
LEFT JOIN claim_embeddings AS n ON n.text_hash = t.noun_hash AND n.model = $model
LEFT JOIN claim_embeddings AS x ON x.text_hash = t.context_hash AND x.model = $model
WHERE t.made_from IS DISTINCT FROM c.made_from OR f.text_hash IS NULL OR n.text_hash IS NULL OR x.text_hash IS NULL
ORDER BY c.day, c.article_id, c.content_hash, c.start_char, c.claim_id
