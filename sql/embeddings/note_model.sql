-- Reads:  nothing
-- Writes: embedding_models
-- Grain:  one row a model
-- Why:    the linking step uses the model used last
INSERT OR REPLACE INTO embedding_models VALUES ($model, $dimension, $now)
