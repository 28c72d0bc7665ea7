-- Reads:  vectors (an Arrow table given by the step)
-- Writes: claim_embeddings
-- Grain:  one row a distinct text and model
-- Why:    vectors are kept for good
INSERT INTO claim_embeddings BY NAME SELECT text_hash, model, embedding FROM vectors
