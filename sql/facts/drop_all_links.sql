-- Reads:  nothing
-- Writes: claim_links
-- Why:    a rebuild: other weights or vectors give other keys
DELETE FROM claim_links
