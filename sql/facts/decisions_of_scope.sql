-- Reads:  fact_decisions, in_scope (given by the step)
-- Writes: nothing
-- Grain:  one row a decision on two claims in scope
-- Why:    what an analyst pinned or cut stands
SELECT d.claim_a, d.claim_b, d.decision
FROM fact_decisions AS d
SEMI JOIN in_scope AS a ON a.claim_id = d.claim_a
SEMI JOIN in_scope AS b ON b.claim_id = d.claim_b
WHERE d.decision IN ('pin', 'cut')
