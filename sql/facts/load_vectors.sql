-- Reads:  claim_embeddings, wanted_texts (hashes with a kind and a row each, given by the step)
-- Writes: nothing
-- Grain:  one row a wanted text
-- Why:    the vectors of the claims in scope. Where they stand is found first: of a million texts the vectors take gigabytes,
--         and those of a day's claims lie together
WITH found AS MATERIALIZED (
    SELECT w.kind, w.row, o.rowid AS place FROM claim_embeddings AS o JOIN wanted_texts AS w USING (text_hash) WHERE o.model = $model
)
SELECT f.kind, f.row, e.embedding FROM found AS f JOIN claim_embeddings AS e ON e.rowid = f.place
