-- Reads:  fact_claims, labelled (given by the step)
-- Writes: facts
-- Grain:  one row a fact that is written anew or has no claims left
-- Why:    the rows below replace them
DELETE FROM facts
WHERE fact_id IN (SELECT fact_id FROM labelled) OR fact_id NOT IN (SELECT fact_id FROM fact_claims)
