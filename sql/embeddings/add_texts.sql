-- Reads:  texts (an Arrow table given by the step)
-- Writes: claim_texts
-- Grain:  one row a claim
-- Why:    which texts stand for which claim; written again when the claim is embedded by another model
INSERT OR REPLACE INTO claim_texts BY NAME SELECT * FROM texts
