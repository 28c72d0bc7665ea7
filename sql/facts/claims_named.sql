-- Reads:  claims
-- Writes: nothing
-- Grain:  one row a claim of $claims that exists
-- Why:    a decision on a claim that is not there would never be seen again
SELECT claim_id FROM claims WHERE claim_id IN (SELECT unnest($claims))
