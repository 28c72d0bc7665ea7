-- Reads:  gone (given by the step)
-- Writes: claim_keys
-- Grain:  one row a key of a claim that is gone
-- Why:    a block holds only claims that exist
DELETE FROM claim_keys WHERE number IN (SELECT number FROM gone)
