-- Reads:  claims, claim_links
-- Writes: nothing
-- Grain:  one row a linked claim that is gone or was carried over
-- Why:    its article was read anew; those that looked back at it look again
SELECT l.number
FROM claim_links AS l
LEFT JOIN claims AS c USING (claim_id)
WHERE c.claim_id IS NULL OR c.carried_from IS NOT NULL
