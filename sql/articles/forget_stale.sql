-- Reads:  source_records
-- Writes: article_versions
-- Grain:  deletes rows of the given days that other rules cleaned, or whose record is gone or has moved to another day
-- Why:    after cleaning, a day holds exactly the articles of its records
DELETE FROM article_versions AS a
WHERE a.day IN (SELECT unnest($days))
  AND ($force OR a.cleaner <> $cleaner OR NOT EXISTS (
      SELECT 1 FROM source_records AS r
      WHERE r.article_id = a.article_id AND r.content_hash = a.content_hash AND r.day = a.day))
