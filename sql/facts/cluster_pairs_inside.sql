-- Reads:  cluster_pairs, scope (given by the step)
-- Writes: nothing
-- Grain:  one row a pair of an earlier second look whose claims are both in scope
-- Why:    they are not scored again
SELECT p.owner, p.other, p.score
FROM cluster_pairs AS p
SEMI JOIN scope AS a ON a.number = p.owner
SEMI JOIN scope AS b ON b.number = p.other
