-- Reads:  told, found, claim_texts
-- Writes: found
-- Grain:  one row a hedged number that an earlier claim of the fact had told bare
-- Why:    "5.7 million" became "up to 5.7 million": the interval got an open end that the source did not have, or the
--         earlier telling had lost it. Among the tellings of one source most of the others must be bare.
INSERT INTO found BY NAME
WITH numbers AS (
    SELECT claim_id, last_value(CASE WHEN bound = 'exact' THEN claim_id END IGNORE NULLS) OVER (
        PARTITION BY fact_id, number ORDER BY seq) AS bare_id
    FROM told
    WHERE counted AND number IS NOT NULL
),
versions AS ( -- the tellings of one source, translations among them
    SELECT fact_id, number, witness, count(*) FILTER (open_bound(bound)) AS kept, count(*) FILTER (bound = 'exact') AS bare
    FROM told
    WHERE counted AND number IS NOT NULL
    GROUP BY ALL
)
SELECT t.fact_id, 'hedge_gained' AS relation, t.claim_id, h.claim_id AS against_claim_id,
       CASE WHEN t.lang <> h.lang THEN 1.2 ELSE 1 END AS weight, replace(t.bound, '_', ' ') AS detail
FROM told AS t
JOIN numbers AS n ON n.claim_id = t.claim_id
JOIN told AS h ON h.claim_id = n.bare_id
JOIN versions AS v ON v.fact_id = t.fact_id AND v.number = t.number AND v.witness = t.witness
LEFT JOIN claim_texts AS x ON x.claim_id = t.claim_id
LEFT JOIN claim_texts AS y ON y.claim_id = h.claim_id
WHERE t.counted AND open_bound(t.bound) AND (h.article_id <> t.article_id OR h.content_hash <> t.content_hash)
  AND t.known_at <= h.known_at + to_days(setting('hedge_days')::INTEGER)
  AND CASE WHEN h.witness = t.witness THEN v.bare >= v.kept ELSE NOT t.dateless AND NOT h.dateless END
  AND NOT kinds_apart(x.article_happening, y.article_happening)
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = t.claim_id AND f.relation = 'unit_slip')
