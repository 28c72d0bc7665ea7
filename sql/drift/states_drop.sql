-- Reads:  changed_facts, facts
-- Writes: fact_states
-- Grain:  one row a change of a fact's state
-- Why:    a changed fact is computed anew, and a fact that was merged away leaves nothing behind
DELETE FROM fact_states
WHERE fact_id IN (SELECT fact_id FROM changed_facts) OR fact_id NOT IN (SELECT fact_id FROM facts)
