-- Reads:  claim_embeddings
-- Writes: nothing
-- Grain:  one row a reference text, in the order of the hashes
-- Why:    the mean of a model's vectors, which says nothing about a claim and is taken away. The rows are found by their hashes
--         alone first: the vectors of a million other texts are not read
SELECT text_hash, embedding
FROM claim_embeddings
WHERE rowid IN (SELECT e.rowid FROM claim_embeddings AS e WHERE e.model = $model AND e.text_hash IN (SELECT unnest($hashes)))
ORDER BY text_hash
