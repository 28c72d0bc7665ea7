-- Reads:  article_versions, extractions
-- Writes: nothing
-- Grain:  one row an article version that this extractor has not read as it is cleaned now, within the days asked for (null: all)
-- Why:    extraction costs depend on what is new, and a change of the rules reads everything again
SELECT v.article_id, v.content_hash, v.day
FROM article_versions AS v
LEFT JOIN extractions AS e
    ON e.article_id = v.article_id AND e.content_hash = v.content_hash AND e.extractor = $extractor AND e.cleaner = v.cleaner
    AND e.day = v.day
WHERE ($days::DATE[] IS NULL OR list_contains($days::DATE[], v.day))
  AND ($force OR e.article_id IS NULL)
ORDER BY v.day, v.article_id, v.content_hash
