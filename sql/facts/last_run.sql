-- Reads:  fact_runs
-- Writes: nothing
-- Grain:  one row, none before the first run
-- Why:    what the facts at hand were made with
SELECT linked_at, model, weights FROM fact_runs ORDER BY linked_at DESC LIMIT 1
