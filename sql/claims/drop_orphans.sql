-- Reads:  article_versions
-- Writes: claims
-- Grain:  one row a claim
-- Why:    when a day is cleaned again and an article version is gone, so are its claims
DELETE FROM claims
WHERE NOT EXISTS (
    SELECT 1 FROM article_versions AS v
    WHERE v.article_id = claims.article_id AND v.content_hash = claims.content_hash
)
