-- Reads:  in_scope (given by the step), claims
-- Writes: fact_claims
-- Grain:  one row a claim that is clustered again or gone
-- Why:    its fact is written anew
DELETE FROM fact_claims
WHERE claim_id IN (SELECT claim_id FROM in_scope)
   OR claim_id NOT IN (SELECT claim_id FROM claims WHERE carried_from IS NULL)
