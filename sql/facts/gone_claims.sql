-- Reads:  claims, readings, claim_links
-- Writes: nothing
-- Grain:  one row a linked claim that is gone, was carried over or is read differently now
-- Why:    its article was read anew; those that looked back at it look again. A claim read differently comes back as a new one
SELECT l.number
FROM claim_links AS l
LEFT JOIN claims AS c USING (claim_id)
LEFT JOIN readings AS r USING (claim_id)
WHERE c.claim_id IS NULL OR c.carried_from IS NOT NULL OR r.reading <> l.reading
