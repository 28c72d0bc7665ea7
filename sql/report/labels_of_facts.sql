-- Reads:  facts
-- Writes: nothing
-- Grain:  one row a fact of those given
-- Why:    what a fact beside another is called
SELECT fact_id, label, claims FROM facts WHERE list_contains($facts, fact_id)
