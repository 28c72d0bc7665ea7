-- Reads:  claim_links, claim_keys
-- Writes: nothing
-- Grain:  one row a block that two claims share
-- Why:    in a block each claim looks back at the most alike of a window of claims: how many lie between the two in each
WITH
pair AS (
    SELECT a.number AS a, b.number AS b, least((a.moment, a.tie), (b.moment, b.tie)) AS first, greatest((a.moment, a.tie), (b.moment, b.tie)) AS last
    FROM claim_links AS a, claim_links AS b
    WHERE a.claim_id = $a AND b.claim_id = $b
),
shared AS (
    SELECT x.key FROM claim_keys AS x JOIN claim_keys AS y USING (key), pair AS p WHERE x.number = p.a AND y.number = p.b
)
SELECT (k.key & 7)::INTEGER AS kind, count(*) FILTER ((l.moment, l.tie) >= p.first AND (l.moment, l.tie) < p.last) AS apart
FROM shared AS s
JOIN claim_keys AS k USING (key)
JOIN claim_links AS l USING (number), pair AS p
GROUP BY k.key
ORDER BY apart, kind
