-- Reads:  embedding_models
-- Writes: nothing
-- Grain:  one row, none before the first embedding
-- Why:    the vectors to link by
SELECT model FROM embedding_models ORDER BY used_at DESC, model LIMIT 1
