-- Reads:  claim_pairs, scope (given by the step)
-- Writes: nothing
-- Grain:  one row a compared pair of at least $least whose claims are both in scope
-- Why:    what hangs together, and what the clusters are made from
SELECT p.owner, p.other, p.score
FROM claim_pairs AS p
SEMI JOIN scope AS a ON a.number = p.owner
SEMI JOIN scope AS b ON b.number = p.other
WHERE p.score >= $least
