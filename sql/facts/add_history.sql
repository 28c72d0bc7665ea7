-- Reads:  changes (given by the step)
-- Writes: fact_history
-- Grain:  one row a merge, split or retirement
-- Why:    a query for an old id finds the new one
INSERT INTO fact_history BY NAME SELECT changed_at, change, old_fact_id, new_fact_id, claims, reason FROM changes
