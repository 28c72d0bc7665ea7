-- Reads:  nothing
-- Writes: cluster_pairs
-- Grain:  the whole table
-- Why:    a rebuild: other weights or vectors give other clusters and scores
DELETE FROM cluster_pairs
