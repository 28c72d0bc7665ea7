-- Reads:  fact_claims, claim_links, in_scope (given by the step)
-- Writes: nothing
-- Grain:  one row a claim that had a fact before: those in scope, and those that are gone
-- Why:    ids are carried over from the facts that the claims had
SELECT f.claim_id, f.fact_id
FROM fact_claims AS f
LEFT JOIN in_scope AS s USING (claim_id)
LEFT JOIN claims AS c USING (claim_id)
WHERE s.claim_id IS NOT NULL OR c.claim_id IS NULL OR c.carried_from IS NOT NULL
