-- Reads:  keys (given by the step)
-- Writes: claim_keys
-- Grain:  one row a claim and key
-- Why:    the blocks of new claims
INSERT INTO claim_keys BY NAME SELECT key, number FROM keys
