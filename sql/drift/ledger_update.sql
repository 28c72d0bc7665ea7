-- Reads:  changed_facts, facts
-- Writes: fact_ledger
-- Grain:  one row a fact
-- Why:    remembers what was computed
INSERT INTO fact_ledger BY NAME
SELECT fact_id, print AS tracked FROM changed_facts
ON CONFLICT (fact_id) DO UPDATE SET tracked = excluded.tracked
