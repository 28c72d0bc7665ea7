-- Reads:  facts, fact_history
-- Writes: nothing
-- Grain:  one row an id that is or was a fact's
-- Why:    an id is never given twice
SELECT fact_id FROM facts UNION SELECT old_fact_id FROM fact_history UNION SELECT new_fact_id FROM fact_history
