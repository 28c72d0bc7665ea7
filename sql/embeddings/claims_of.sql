-- Reads:  claims, article_versions, batch (claim ids with what their texts are made from, given by the step)
-- Writes: nothing
-- Grain:  one row a claim of the batch
-- Why:    what its texts are made of; the days let DuckDB skip the blocks of all other days
SELECT c.claim_id, c.article_id, c.content_hash, c.masked, c.sentence, c.noun, c.attribute, c.scope, c.lang, v.title, v.text, b.made_from
FROM claims AS c
JOIN batch AS b USING (claim_id)
JOIN article_versions AS v USING (article_id, content_hash)
WHERE c.day BETWEEN $first AND $last AND v.day BETWEEN $article_first AND $article_last
ORDER BY c.day, c.article_id, c.content_hash, c.start_char, c.claim_id
