-- Reads:  asked
-- Writes: pair_links
-- Grain:  one row a pair of claims
-- Why:    what the model said about one batch
INSERT INTO pair_links BY NAME
SELECT claim_id, against_claim_id, probability FROM asked
