-- Reads:  claim_embeddings, wanted_texts (hashes with a kind and a row each, given by the step)
-- Writes: nothing
-- Grain:  one row a wanted text
-- Why:    the vectors of the claims in scope
SELECT w.kind, w.row, e.embedding FROM claim_embeddings AS e JOIN wanted_texts AS w USING (text_hash) WHERE e.model = $model
