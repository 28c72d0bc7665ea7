-- Reads:  batch_claims (the batch's claims, from Python)
-- Writes: claims
-- Grain:  one row a claim
-- Why:    by name, so that the order of columns cannot swap low and high
INSERT INTO claims BY NAME SELECT * FROM batch_claims
