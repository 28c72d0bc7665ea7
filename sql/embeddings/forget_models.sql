-- Reads:  nothing
-- Writes: embedding_models
-- Why:    the vectors of the models noted here are gone
DELETE FROM embedding_models
