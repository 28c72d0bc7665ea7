-- Reads:  told, beside, explained
-- Writes: moved_on (temporary)
-- Grain:  one row a claim that differs from the state and returns to a superseded figure
-- Why:    whether a figure was left by many or by one decides between an outdated repeat and a contradiction. Only the
--         independent sources that told another figure since the move count; what they said before it counts for
--         nothing here. An article with both figures tells the story of the figure and is left out.
CREATE OR REPLACE TEMP TABLE moved_on AS
SELECT
    t.fact_id, t.claim_id, mover.claim_id AS mover_id, count(DISTINCT b.near_witness) AS witnesses, arg_max(b.near_id, b.near_seq) AS newest
FROM told AS t
JOIN told AS mover ON mover.fact_id = t.fact_id AND mover.seq = t.left_at
    AND mover.known_at >= t.known_at - to_days(setting('repeat_days')::INTEGER)
JOIN beside AS b ON b.claim_id = t.claim_id
ANTI JOIN (FROM explained WHERE how = 'sum') AS e ON e.claim_id = b.claim_id AND e.near_id = b.near_id
WHERE t.role = 'differs' AND b.near_seq >= t.left_at AND b.earlier AND b.disjoint AND b.bears_state AND b.near_witness <> b.witness
  AND NOT b.article_has_state
GROUP BY ALL
