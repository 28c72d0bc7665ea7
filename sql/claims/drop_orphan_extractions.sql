-- Reads:  article_versions
-- Writes: extractions
-- Grain:  one row an article version
-- Why:    a version that is gone was not read
DELETE FROM extractions
WHERE NOT EXISTS (
    SELECT 1 FROM article_versions AS v
    WHERE v.article_id = extractions.article_id AND v.content_hash = extractions.content_hash
)
