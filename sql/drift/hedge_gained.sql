-- Reads:  told
-- Writes: found
-- Grain:  one row a hedged number that an earlier claim of the fact had told bare
-- Why:    "5.7 million" became "up to 5.7 million": the interval got an open end that the source did not have, or the
--         earlier telling had lost it
INSERT INTO found BY NAME
WITH numbers AS (
    SELECT claim_id, last_value(CASE WHEN bound = 'exact' THEN claim_id END IGNORE NULLS) OVER (
        PARTITION BY fact_id, number ORDER BY seq) AS bare_id
    FROM told
    WHERE counted AND number IS NOT NULL
)
SELECT t.fact_id, 'hedge_gained' AS relation, t.claim_id, h.claim_id AS against_claim_id,
       CASE WHEN t.lang <> h.lang THEN 1.2 ELSE 1 END AS weight, replace(t.bound, '_', ' ') AS detail
FROM told AS t
JOIN numbers AS n ON n.claim_id = t.claim_id
JOIN told AS h ON h.claim_id = n.bare_id
WHERE t.counted AND open_bound(t.bound) AND (h.article_id <> t.article_id OR h.content_hash <> t.content_hash)
  AND t.known_at <= h.known_at + to_days(setting('hedge_days')::INTEGER)
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation = 'unit_slip')
