-- Reads:  claim_links, claims, wanted_keys (given by the step)
-- Writes: nothing
-- Grain:  one row a claim and key, for the wanted keys
-- Why:    the blocks that claims of this run stand in, in the order that does not depend on arrival
WITH rows AS (SELECT claim_id, unnest(keys) AS key FROM claim_links)
SELECT r.key, r.claim_id
FROM rows AS r
SEMI JOIN wanted_keys AS w ON w.key = r.key
JOIN claims AS c USING (claim_id)
ORDER BY c.known_at, c.article_id, c.field DESC, c.start_char, c.claim_id
