-- Reads:  rewritten (claim ids, given by the step), claims
-- Writes: fact_claims
-- Grain:  one row a claim whose fact is written anew, or that is gone
-- Why:    its fact is written anew
DELETE FROM fact_claims
WHERE claim_id IN (SELECT claim_id FROM rewritten)
   OR claim_id NOT IN (SELECT claim_id FROM claims WHERE carried_from IS NULL)
