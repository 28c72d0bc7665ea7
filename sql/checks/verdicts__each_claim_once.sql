-- Check:    verdicts
-- Blocking: no
-- Reads:  fact_claims, verdicts
-- Writes: nothing
-- Grain:  one row a linked claim without a verdict
-- Why:    every claim is judged, if only as single_source
SELECT l.claim_id
FROM fact_claims AS l
LEFT JOIN verdicts AS v USING (claim_id)
WHERE v.claim_id IS NULL
