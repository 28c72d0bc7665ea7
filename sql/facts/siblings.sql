-- Reads:  claims, claim_texts, in_scope (claim ids, given by the step)
-- Writes: nothing
-- Grain:  one row a claim of an article of the claims in scope
-- Why:    a pair is weighed beside the other claims of its two articles: one of them may fit better
SELECT c.claim_id
FROM claims AS c
SEMI JOIN claim_texts AS t USING (claim_id)
WHERE c.carried_from IS NULL
    AND c.article_id IN (SELECT article_id FROM claims SEMI JOIN in_scope USING (claim_id))
