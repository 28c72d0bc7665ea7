-- Reads:  incoming_records (registered by the step)
-- Writes: source_records
-- Grain:  one row an article version
-- Why:    a version seen before keeps the time it was first seen; if its own source now gives other fields (a date
--         put right), those replace the old ones; the same version from a second source changes nothing
INSERT INTO source_records BY NAME
SELECT * EXCLUDE (seq) FROM incoming_records
QUALIFY row_number() OVER (PARTITION BY article_id, content_hash ORDER BY seq) = 1
ON CONFLICT (article_id, content_hash) DO UPDATE
SET payload = excluded.payload, day = excluded.day, position = excluded.position, reader = excluded.reader
WHERE source_records.source = excluded.source AND source_records.payload <> excluded.payload
