-- Reads:  nothing
-- Writes: embedding_models
-- Grain:  one row a text
-- Why:    the vectors of the models noted here are gone
DELETE FROM embedding_models
