-- Reads:  nothing
-- Writes: fact_ledger
-- Grain:  one row a fact
-- Why:    remembers which flags are up to date
UPDATE fact_ledger SET flagged = tracked WHERE flagged IS DISTINCT FROM tracked
