-- Reads:  facts, fact_history, wanted_ids (given by the step)
-- Writes: nothing
-- Grain:  one row a wanted id that is or was a fact's
-- Why:    an id is never given twice
SELECT fact_id FROM facts SEMI JOIN wanted_ids USING (fact_id)
UNION
SELECT old_fact_id FROM fact_history SEMI JOIN wanted_ids ON wanted_ids.fact_id = old_fact_id
UNION
SELECT new_fact_id FROM fact_history SEMI JOIN wanted_ids ON wanted_ids.fact_id = new_fact_id
