-- Reads:  nothing
-- Writes: claim_links
-- Grain:  the whole tables
-- Why:    a rebuild: other weights or vectors give other keys
DELETE FROM claim_links
