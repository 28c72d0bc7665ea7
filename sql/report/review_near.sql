-- Reads:  fact_claims, claim_links, claim_pairs
-- Writes: nothing
-- Grain:  one row a fact to be judged and another fact, of which claims were compared; at most $each a fact
-- Why:    the facts that could hold missing claims of this one, those first whose claims came nearest to a link
WITH
own AS (
    SELECT f.fact_id, l.number FROM fact_claims AS f JOIN claim_links AS l USING (claim_id) WHERE list_contains($facts, f.fact_id)
),
met AS (
    SELECT o.fact_id, p.other AS number, p.score FROM own AS o JOIN claim_pairs AS p ON p.owner = o.number
    UNION ALL
    SELECT o.fact_id, p.owner AS number, p.score FROM own AS o JOIN claim_pairs AS p ON p.other = o.number
)
SELECT m.fact_id, f.fact_id AS near_id, max(m.score) AS nearest
FROM met AS m
JOIN claim_links AS l USING (number)
JOIN fact_claims AS f ON f.claim_id = l.claim_id
WHERE f.fact_id <> m.fact_id
GROUP BY m.fact_id, f.fact_id
QUALIFY row_number() OVER (PARTITION BY m.fact_id ORDER BY max(m.score) DESC, f.fact_id) <= $each
ORDER BY m.fact_id, nearest DESC, near_id
