-- Reads:  facts
-- Writes: fact_ledger
-- Grain:  one row a fact
-- Why:    facts that were merged away
DELETE FROM fact_ledger WHERE fact_id NOT IN (SELECT fact_id FROM facts)
