-- Reads:  tellings, pair_links
-- Writes: nothing
-- Grain:  one row a pair of claims that tell two figures which some rule found to drift, and that the linking model was not asked about yet
-- Why:    the model says of each pair how likely the two claims answer one question
SELECT DISTINCT claim_id, against_claim_id FROM tellings
ANTI JOIN pair_links USING (claim_id, against_claim_id)
ORDER BY claim_id, against_claim_id
