-- Reads:  fact_claims, claim_links, scope (given by the step), claims
-- Writes: nothing
-- Grain:  one row a claim that had a fact before: those in scope, and those that are gone
-- Why:    ids are carried over from the facts that the claims had
SELECT f.claim_id, f.fact_id, l.number
FROM fact_claims AS f
LEFT JOIN claim_links AS l USING (claim_id)
LEFT JOIN scope AS s USING (number)
WHERE l.number IS NULL OR s.number IS NOT NULL
