-- Reads:  nothing
-- Writes: claim_keys
-- Grain:  the whole table
-- Why:    a rebuild: other weights or vectors give other keys and scores
DELETE FROM claim_keys
