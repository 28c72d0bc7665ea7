-- Reads:  nothing
-- Writes: claim_sketches
-- Grain:  the whole table
-- Why:    a rebuild: other weights or vectors give other sketches
DELETE FROM claim_sketches
