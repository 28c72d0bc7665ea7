-- Reads:  claim_embeddings
-- Writes: nothing
-- Grain:  one row a text of $hashes that the model has embedded before
-- Why:    each distinct text is embedded once ever
SELECT text_hash FROM claim_embeddings WHERE model = $model AND text_hash IN (SELECT unnest($hashes))
