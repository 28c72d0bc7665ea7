-- Reads:  nothing
-- Writes: claim_embeddings (gone)
-- Grain:  the whole table
-- Why:    a model of another width cannot share the table; its texts are then all embedded again
DROP TABLE IF EXISTS claim_embeddings
