-- Reads:  pairs (given by the step)
-- Writes: claim_pairs
-- Grain:  one row a pair
-- Why:    what was compared
INSERT INTO claim_pairs BY NAME SELECT owner, other, score FROM pairs
