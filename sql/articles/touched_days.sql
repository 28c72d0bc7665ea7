-- Reads:  incoming_records (registered by the step), source_records
-- Writes: nothing
-- Grain:  one row a day
-- Why:    the days whose articles must be cleaned: those of new records, and, for a record whose source now gives
--         other fields beside the same text, its old day and its new one
SELECT n.day FROM incoming_records AS n
LEFT JOIN source_records AS o USING (article_id, content_hash)
WHERE o.article_id IS NULL OR (o.source = n.source AND o.payload <> n.payload)
UNION
SELECT o.day FROM incoming_records AS n
JOIN source_records AS o USING (article_id, content_hash)
WHERE o.source = n.source AND o.payload <> n.payload
ORDER BY 1
