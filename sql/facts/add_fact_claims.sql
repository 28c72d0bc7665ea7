-- Reads:  linked (given by the step)
-- Writes: fact_claims
-- Grain:  one row a claim
-- Why:    the link, its strength and the reason
INSERT INTO fact_claims BY NAME SELECT fact_id, claim_id, score, reason FROM linked
