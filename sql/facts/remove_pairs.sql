-- Reads:  owners (given by the step)
-- Writes: claim_pairs
-- Grain:  one row a pair of a claim that looks back anew or is gone
-- Why:    its pairs are written again
DELETE FROM claim_pairs WHERE owner IN (SELECT number FROM owners)
