-- Reads:  article_versions, batch_keys (article_id, content_hash: the batch, from Python)
-- Writes: nothing
-- Grain:  one row an article version of the batch
-- Why:    what the extractor needs of an article; the days let DuckDB skip the blocks of all other days
SELECT v.article_id, v.content_hash, v.title, v.text, v.lang, v.outlet, v.published_at, v.known_at, v.day, v.dateline_place,
    v.cleaner
FROM article_versions AS v
JOIN batch_keys AS k USING (article_id, content_hash)
WHERE v.day BETWEEN $first AND $last
ORDER BY v.day, v.article_id, v.content_hash
