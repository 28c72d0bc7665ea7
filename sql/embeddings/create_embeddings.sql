-- Reads:  vectors (an Arrow table given by the step)
-- Writes: claim_embeddings
-- Grain:  one row a distinct text and model
-- Why:    the width of the vectors is the model's, so the table is made from the first of them
CREATE TABLE IF NOT EXISTS claim_embeddings AS SELECT text_hash, model, embedding FROM vectors LIMIT 0
