-- Check:    articles
-- Blocking: yes
-- Reads:  article_versions
-- Writes: nothing
-- Grain:  one row an article version without title and text, or with an offset-breaking NUL
-- Why:    an empty article is a reading fault, and must not look like one without figures
SELECT article_id, content_hash, source, position
FROM article_versions
WHERE (trim(title) = '' AND trim(text) = '') OR contains(text, chr(0))
