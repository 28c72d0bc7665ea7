-- Reads:  pairs (given by the step)
-- Writes: cluster_pairs
-- Grain:  one row a pair
-- Why:    what the second look at the clusters compared
INSERT INTO cluster_pairs BY NAME SELECT owner, other, score FROM pairs
