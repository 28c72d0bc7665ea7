-- Reads:  moved_on
-- Writes: found
-- Grain:  one row a claim that returns to a figure which only one source had left
-- Why:    A says 58, B moves to 59, C says 58 again, days later: 58 is not outdated while B stands alone, so B and C
--         contradict each other.
INSERT INTO found BY NAME
SELECT m.fact_id, 'contradicts' AS relation, m.claim_id, m.newest AS against_claim_id, 0.8 AS weight,
       'only one source had moved on' AS detail
FROM moved_on AS m
WHERE m.witnesses < setting('moved_on_witnesses')
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = m.claim_id)
