-- Reads:  moved_on
-- Writes: found
-- Grain:  one row a claim that repeats a figure which others had left
-- Why:    it differs from the current state, meets a superseded one, and enough independent sources had published a
--         newer figure since that one was superseded. It is held against the newest figure known then, and superseded_by
--         is the claim that had replaced the old one.
INSERT INTO found BY NAME
SELECT
    m.fact_id, 'outdated_repeat' AS relation, m.claim_id, m.newest AS against_claim_id, m.mover_id AS superseded_by, 1 AS weight,
    m.witnesses || ' independent sources had moved on' AS detail
FROM moved_on AS m
WHERE m.witnesses >= setting('moved_on_witnesses')
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = m.claim_id AND f.relation = 'magnitude_slip')
