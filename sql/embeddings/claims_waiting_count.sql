-- Reads:  claims, claim_texts, claim_embeddings
-- Writes: nothing
-- Grain:  one number
-- Why:    how much there is to do, for the progress shown
SELECT count(*)
FROM claims AS c
LEFT JOIN claim_texts AS t USING (claim_id)
LEFT JOIN claim_embeddings AS f ON f.text_hash = t.focus_hash AND f.model = $model
LEFT JOIN claim_embeddings AS n ON n.text_hash = t.noun_hash AND n.model = $model
LEFT JOIN claim_embeddings AS x ON x.text_hash = t.context_hash AND x.model = $model
WHERE c.carried_from IS NULL AND (f.text_hash IS NULL OR n.text_hash IS NULL OR x.text_hash IS NULL)
