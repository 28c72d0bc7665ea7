-- Reads:  articles, article_sketches
-- Writes: nothing
-- Grain:  one row an article whose latest version has no sketch by these rules
-- Why:    each text is sketched once
SELECT a.article_id, a.content_hash, a.title, a.text
FROM articles AS a
LEFT JOIN article_sketches AS s
    ON s.article_id = a.article_id AND s.content_hash = a.content_hash AND s.sketcher = $sketcher
WHERE s.article_id IS NULL AND a.article_id > $after
ORDER BY a.article_id
LIMIT $batch
