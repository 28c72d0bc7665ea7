-- Reads:  told, beside, fact_states
-- Writes: moved_on (temporary)
-- Grain:  one row a claim that differs from the state and returns to a superseded figure
-- Why:    whether a figure was left by many or by one decides between an outdated repeat and a contradiction. Only the
--         independent sources that told another figure since the move count; what they said before it counts for
--         nothing here.
CREATE OR REPLACE TEMP TABLE moved_on AS
WITH superseded AS (
    SELECT t.fact_id, t.claim_id, max(s.seq) AS left_at
    FROM told AS t
    JOIN fact_states AS s ON s.fact_id = t.fact_id AND s.seq < t.seq AND s.how IN ('up', 'down')
        AND t.wide_low <= s.old_high AND t.wide_high >= s.old_low
    JOIN told AS mover ON mover.fact_id = s.fact_id AND mover.seq = s.seq
        AND mover.known_at >= t.known_at - to_days(setting('repeat_days')::INTEGER)
    WHERE t.role = 'differs'
    GROUP BY t.fact_id, t.claim_id
)
SELECT
    l.fact_id, l.claim_id, mover.claim_id AS mover_id, count(DISTINCT b.near_witness) AS witnesses, arg_max(b.near_id, b.near_seq) AS newest
FROM superseded AS l
JOIN beside AS b USING (fact_id, claim_id)
JOIN told AS mover ON mover.fact_id = l.fact_id AND mover.seq = l.left_at
WHERE b.near_seq >= l.left_at AND b.earlier AND b.disjoint AND b.bears_state AND b.near_witness <> b.witness
  AND NOT b.article_has_state -- an article with both figures tells the story of the figure
GROUP BY ALL
