-- Reads:  batch_done (the batch's article versions, from Python)
-- Writes: claims
-- Grain:  one row a claim
-- Why:    a version's claims are replaced whole
DELETE FROM claims USING batch_done AS d
WHERE claims.article_id = d.article_id AND claims.content_hash = d.content_hash
