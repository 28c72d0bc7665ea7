-- Reads:  source_records, article_versions
-- Writes: nothing
-- Grain:  one row an article version of the given days that this version of the cleaning rules has not cleaned
-- Why:    cleaning again what is clean would cost the same every day for the whole history
SELECT r.*
FROM source_records AS r
LEFT JOIN article_versions AS a
    ON a.article_id = r.article_id AND a.content_hash = r.content_hash AND a.cleaner = $cleaner AND a.day = r.day
WHERE a.article_id IS NULL AND r.day IN (SELECT unnest($days))
  AND (r.article_id, r.content_hash) > ($after_id, $after_hash)
ORDER BY r.article_id, r.content_hash
LIMIT $batch
