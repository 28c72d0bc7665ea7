-- Reads:  claim_embeddings, wanted_texts (hashes, given by the step)
-- Writes: nothing
-- Grain:  one row a text
-- Why:    the vectors of the claims in scope
SELECT e.text_hash, e.embedding FROM claim_embeddings AS e JOIN wanted_texts AS w USING (text_hash) WHERE e.model = $model
