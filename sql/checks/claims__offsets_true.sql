-- Check:    claims
-- Blocking: yes
-- Reads:  claims, article_versions
-- Writes: nothing
-- Grain:  one row a claim whose offsets do not give its number
-- Why:    every claim can be traced: text[start:end] is the number as written
SELECT c.claim_id, c.article_id, c.field, c.start_char, c.end_char, c.quote
FROM claims AS c
JOIN article_versions AS v USING (article_id, content_hash)
WHERE array_slice(CASE c.field WHEN 'title' THEN v.title ELSE v.text END, c.start_char + 1, c.end_char) IS DISTINCT FROM c.quote
