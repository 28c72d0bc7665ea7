-- Reads:  claim_pairs, owners (given by the step)
-- Writes: nothing
-- Grain:  one row a pair of a claim that looks back anew
-- Why:    a pair that stays is not scored again
SELECT p.owner, p.other, p.score FROM claim_pairs AS p SEMI JOIN owners AS o ON o.number = p.owner
