-- Reads:  nothing
-- Writes: fact_runs
-- Grain:  one row a run
-- Why:    what the facts at hand were made with
INSERT INTO fact_runs VALUES ($now, $model, $weights, $claims, $clustered, $changes)
