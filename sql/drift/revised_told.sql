-- Reads:  told, claims, claim_texts
-- Writes: found
-- Grain:  one row a claim whose own sentence tells the figure that it replaced
-- Why:    "raised the toll from 64 to 2,975" is a revision by its words, though both figures became known with one article
INSERT INTO found BY NAME
SELECT
    t.fact_id, CASE WHEN t.number > o.number THEN 'revised_up' ELSE 'revised_down' END AS relation,
    t.claim_id, o.claim_id AS against_claim_id, NULL::VARCHAR AS superseded_by, 1 AS weight, NULL::VARCHAR AS detail
FROM told AS t
JOIN claims AS c ON c.claim_id = t.claim_id
JOIN claim_texts AS x ON x.claim_id = t.claim_id AND x.level = 'to'
JOIN claims AS a ON a.article_id = c.article_id AND a.content_hash = c.content_hash AND a.field = c.field AND a.sentence_start = c.sentence_start
JOIN claim_texts AS y ON y.claim_id = a.claim_id AND y.level = 'from'
JOIN told AS o ON o.claim_id = a.claim_id AND o.fact_id = t.fact_id
WHERE t.counted AND t.kind = 'count' AND coalesce(t.attribute, 'other') <> 'other' AND t.number <> o.number
  AND NOT swings(t.kind, t.unit, t.measure, t.attribute, t.noun, t.level)
QUALIFY row_number() OVER (PARTITION BY t.claim_id ORDER BY o.seq, o.claim_id) = 1
