-- Reads:  found, claims
-- Writes: nothing
-- Grain:  one row a claim of the flags
-- Why:    the words beside its number, to be read in its language
SELECT c.claim_id, c.masked, c.lang
FROM claims AS c
WHERE c.claim_id IN (SELECT claim_id FROM found) OR c.claim_id IN (SELECT against_claim_id FROM found)
ORDER BY ALL
