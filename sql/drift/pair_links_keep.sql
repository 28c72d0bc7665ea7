-- Reads:  asked (given by the step)
-- Writes: pair_links
-- Grain:  one row a pair of claims that the linking model was asked about
-- Why:    what the model said, batch by batch
INSERT INTO pair_links BY NAME
SELECT claim_id, against_claim_id, probability, probability AS believed FROM asked
