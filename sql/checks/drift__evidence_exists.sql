-- Check:    drift
-- Blocking: yes
-- Reads:  drift, claims, facts
-- Writes: nothing
-- Grain:  one row a flag whose claims, fact or sentence are missing
-- Why:    a flag without its evidence pair cannot be checked by anybody
SELECT d.drift_id, d.relation, d.fact_id
FROM drift AS d
LEFT JOIN claims AS a ON a.claim_id = d.claim_id
LEFT JOIN claims AS b ON b.claim_id = d.against_claim_id
LEFT JOIN facts AS f ON f.fact_id = d.fact_id
WHERE a.claim_id IS NULL OR b.claim_id IS NULL OR f.fact_id IS NULL OR trim(d.explanation) = ''
