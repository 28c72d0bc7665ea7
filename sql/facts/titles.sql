-- Reads:  claims, article_versions, in_scope (claim ids, given by the step)
-- Writes: nothing
-- Grain:  one row an article of the claims in scope
-- Why:    what the headlines name is what the articles are about
SELECT c.article_id, min(v.title) AS title
FROM claims AS c
SEMI JOIN in_scope AS s USING (claim_id)
JOIN article_versions AS v USING (article_id, content_hash)
GROUP BY c.article_id
