-- Reads:  incoming_records (registered by the step), source_records
-- Writes: article_versions
-- Grain:  deletes the cleaned row of each record whose source now gives other fields beside the same text
-- Why:    the row is cleaned anew; left under its old day it would stand beside the new one
DELETE FROM article_versions AS a
USING incoming_records AS n, source_records AS o
WHERE a.article_id = n.article_id AND a.content_hash = n.content_hash
  AND o.article_id = n.article_id AND o.content_hash = n.content_hash
  AND o.source = n.source AND o.payload <> n.payload
