-- Reads:  fact_claims, claims, roots
-- Writes: facts
-- Grain:  one row a fact whose roots changed
-- Why:    an article that came later can show that two witnesses are one
UPDATE facts SET roots = n.roots
FROM (
    SELECT f.fact_id, count(DISTINCT coalesce(r.root_id, c.article_id)) AS roots
    FROM fact_claims AS f
    JOIN claims AS c USING (claim_id)
    LEFT JOIN roots AS r USING (article_id)
    GROUP BY f.fact_id
) AS n
WHERE n.fact_id = facts.fact_id AND n.roots <> facts.roots
