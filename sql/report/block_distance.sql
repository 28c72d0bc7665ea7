-- Reads:  claim_links, claims
-- Writes: nothing
-- Grain:  one row, for two claims that share a search key
-- Why:    in a block of many claims each is compared with its next neighbours in time only: how far the two stand
--         apart in the block where they stand nearest
WITH
shared AS (
    SELECT unnest(list_intersect(la.keys, lb.keys)) AS key
    FROM claim_links AS la, claim_links AS lb
    WHERE la.claim_id = $a AND lb.claim_id = $b
),
blocks AS (
    SELECT k.claim_id, unnest(list_intersect(k.keys, (SELECT list(key) FROM shared))) AS key
    FROM claim_links AS k
    WHERE list_has_any(k.keys, (SELECT list(key) FROM shared))
),
placed AS (
    SELECT b.claim_id, b.key, row_number() OVER (PARTITION BY b.key ORDER BY c.known_at, c.article_id, c.field DESC, c.start_char, c.claim_id) AS nth
    FROM blocks AS b
    JOIN claims AS c USING (claim_id)
)
SELECT min(abs(x.nth - y.nth)) AS apart
FROM placed AS x
JOIN placed AS y USING (key)
WHERE x.claim_id = $a AND y.claim_id = $b
