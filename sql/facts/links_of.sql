-- Reads:  claim_links, in_scope (given by the step)
-- Writes: nothing
-- Grain:  one row a key of the claims in scope
-- Why:    the blocks to read again
SELECT DISTINCT unnest(l.keys) AS key FROM claim_links AS l SEMI JOIN in_scope USING (claim_id)
