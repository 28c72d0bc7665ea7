-- Check:    articles
-- Blocking: no
-- Reads:  article_versions
-- Writes: nothing
-- Grain:  one row an article dated over two days after it was first seen
-- Why:    a wrong date moves every figure of the article in its fact's timeline
SELECT article_id, outlet, published_at, published_from, first_seen_at
FROM article_versions
WHERE published_at > first_seen_at + INTERVAL 2 DAY
