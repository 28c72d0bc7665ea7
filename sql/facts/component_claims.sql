-- Reads:  claim_links, claims, touched_claims (given by the step)
-- Writes: nothing
-- Grain:  one row a claim
-- Why:    all claims that hang together with a touched one, as far as they still exist
SELECT l.claim_id
FROM claim_links AS l
JOIN claims AS c USING (claim_id)
WHERE c.carried_from IS NULL
  AND l.component IN (SELECT k.component FROM claim_links AS k SEMI JOIN touched_claims AS t USING (claim_id))
