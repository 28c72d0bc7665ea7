-- Reads:  claim_embeddings
-- Writes: nothing
-- Grain:  one row a reference text, in the order of the hashes
-- Why:    the mean of a model's vectors, which says nothing about a claim and is taken away
SELECT text_hash, embedding FROM claim_embeddings WHERE model = $model AND text_hash IN (SELECT unnest($hashes)) ORDER BY text_hash
