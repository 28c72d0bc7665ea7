-- Reads:  changed_facts, fact_claims
-- Writes: fact_timeline
-- Grain:  one row a claim
-- Why:    the rows of changed facts are written anew; a claim that moved to another fact or vanished leaves none behind
DELETE FROM fact_timeline AS t
WHERE t.fact_id IN (SELECT fact_id FROM changed_facts)
   OR NOT EXISTS (FROM fact_claims AS fc WHERE fc.claim_id = t.claim_id AND fc.fact_id = t.fact_id)
   OR t.claim_id IN (SELECT claim_id FROM evidence)
