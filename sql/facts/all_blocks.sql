-- Reads:  claim_keys
-- Writes: nothing
-- Grain:  one row a claim and key
-- Why:    a rebuild needs every block
SELECT key, number FROM claim_keys
