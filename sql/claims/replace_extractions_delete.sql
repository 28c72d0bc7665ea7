-- Reads:  batch_done
-- Writes: extractions
-- Grain:  one row an article version
-- Why:    a version's entry is replaced whole
DELETE FROM extractions USING batch_done AS d
WHERE extractions.article_id = d.article_id AND extractions.content_hash = d.content_hash
