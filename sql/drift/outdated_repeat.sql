-- Reads:  moved_on, told
-- Writes: found
-- Grain:  one row a claim that repeats a figure which others had left
-- Why:    it differs from the current state, meets a superseded one, and enough independent sources had published a
--         newer figure since that one was superseded. It is held against the newest figure known then, and superseded_by
--         is the claim that had replaced the old one. What is settled (heads counted in a hall) no newer count replaces: that the two
--         counts contradict each other was flagged when they were told, so who takes the one or the other is quiet.
INSERT INTO found BY NAME
SELECT
    m.fact_id, 'outdated_repeat' AS relation, m.claim_id, m.newest AS against_claim_id, m.mover_id AS superseded_by, CASE WHEN grows(c.attribute) THEN 1 ELSE 0.4 END AS weight,
    m.witnesses || ' independent sources had moved on' AS detail
FROM moved_on AS m
JOIN told AS c ON c.claim_id = m.claim_id
WHERE m.witnesses >= setting('moved_on_witnesses')
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = m.claim_id AND f.relation = 'magnitude_slip')
