-- Reads:  source_records, article_versions, extractions
-- Writes: nothing
-- Grain:  one row a day with a record that the current rules have not cleaned or read for claims
-- Why:    a run without a range works on what is new, and a second run on nothing
SELECT DISTINCT r.day
FROM source_records AS r
LEFT JOIN article_versions AS v
    ON v.article_id = r.article_id AND v.content_hash = r.content_hash AND v.cleaner = $cleaner
LEFT JOIN extractions AS e
    ON e.article_id = r.article_id AND e.content_hash = r.content_hash AND e.extractor = $extractor AND e.cleaner = $cleaner
WHERE v.article_id IS NULL OR e.article_id IS NULL
ORDER BY r.day
