-- Reads:  moved_on, told
-- Writes: found
-- Grain:  one row a claim that repeats a figure which others had left
-- Why:    it differs from the current state, meets a superseded one, and enough independent sources had published a
--         newer figure since that one was superseded. It is held against the newest figure known then, and superseded_by
--         is the claim that had replaced the old one. An outlet that stands by its own count of what is settled (heads in a hall) repeats
--         nothing outdated: that the two counts contradict each other was flagged when they were told.
INSERT INTO found BY NAME
SELECT
    m.fact_id, 'outdated_repeat' AS relation, m.claim_id, m.newest AS against_claim_id, m.mover_id AS superseded_by, CASE WHEN o.claim_id IS NOT NULL THEN 0.4 ELSE 1 END AS weight,
    m.witnesses || ' independent sources had moved on' AS detail
FROM moved_on AS m
LEFT JOIN (
    SELECT t.claim_id, min(t.seq) OVER (PARTITION BY t.fact_id, t.witness, t.number) < t.seq AS own
    FROM told AS t
    WHERE t.number IS NOT NULL AND NOT grows(t.attribute)
) AS o ON o.claim_id = m.claim_id AND o.own
WHERE m.witnesses >= setting('moved_on_witnesses')
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = m.claim_id AND f.relation = 'magnitude_slip')
