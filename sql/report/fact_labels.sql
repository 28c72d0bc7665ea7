-- Reads:  fact_labels
-- Writes: nothing
-- Grain:  one row a judged pair of claims
-- Why:    what the linking model is fitted on
SELECT claim_a, claim_b, same, weight FROM fact_labels ORDER BY claim_a, claim_b
