-- Reads:  told, beside, fact_states
-- Writes: found
-- Grain:  one row a claim that returns to a figure which only one source had left
-- Why:    A says 58, B moves to 59, C says 58 again, days later: 58 is not outdated while B stands alone, so B and C
--         contradict each other.
INSERT INTO found BY NAME
SELECT
    b.fact_id, 'contradicts' AS relation, b.claim_id, arg_max(b.near_id, b.near_seq) AS against_claim_id, 0.8 AS weight,
    'only one source had moved on' AS detail
FROM beside AS b
JOIN told AS t USING (fact_id, claim_id)
WHERE b.role = 'differs' AND b.earlier AND b.disjoint AND b.bears_state AND b.near_witness <> b.witness
  AND EXISTS (
      FROM fact_states AS s
      WHERE s.fact_id = t.fact_id AND s.seq < t.seq AND s.how IN ('up', 'down')
        AND t.wide_low <= s.old_high AND t.wide_high >= s.old_low)
  AND NOT EXISTS (FROM found AS f WHERE f.claim_id = b.claim_id)
GROUP BY b.fact_id, b.claim_id
HAVING count(DISTINCT b.near_witness) < setting('moved_on_witnesses')
