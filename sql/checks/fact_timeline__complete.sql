-- Check:    fact_timeline
-- Blocking: yes
-- Reads:  fact_claims, fact_timeline
-- Writes: nothing
-- Grain:  one row a claim that is in one of the two tables only
-- Why:    the ledger shows every claim of every fact
SELECT l.claim_id, l.fact_id, t.fact_id AS timeline_fact_id
FROM fact_claims AS l
FULL JOIN fact_timeline AS t USING (claim_id)
WHERE l.fact_id IS DISTINCT FROM t.fact_id
