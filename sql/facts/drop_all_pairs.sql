-- Reads:  nothing
-- Writes: claim_pairs
-- Grain:  the whole table
-- Why:    a rebuild: other weights or vectors give other keys and scores
DELETE FROM claim_pairs
