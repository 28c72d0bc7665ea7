-- Reads:  told, beside, fact_states
-- Writes: found
-- Grain:  one row a claim that repeats a figure which others had left
-- Why:    it differs from the current state, meets a superseded one, and enough independent sources had published a
--         newer figure before it. It is held against the newest figure known then, and superseded_by is the claim that
--         had replaced the old one.
INSERT INTO found BY NAME
WITH moved_on AS (
    SELECT
        fact_id, claim_id, count(DISTINCT near_witness) AS witnesses, arg_max(near_id, near_seq) AS newest
    FROM beside
    WHERE role = 'differs' AND earlier AND disjoint AND bears_state AND near_witness <> witness
    GROUP BY fact_id, claim_id
),
left_states AS (
    SELECT
        t.fact_id, t.claim_id, arg_max(s.seq, s.seq) AS left_at
    FROM moved_on AS m
    JOIN told AS t USING (fact_id, claim_id)
    JOIN fact_states AS s ON s.fact_id = t.fact_id AND s.seq < t.seq AND s.how IN ('up', 'down')
        AND t.wide_low <= s.old_high AND t.wide_high >= s.old_low
    JOIN told AS mover ON mover.fact_id = s.fact_id AND mover.seq = s.seq
        AND mover.known_at >= t.known_at - to_days(setting('repeat_days')::INTEGER)
    WHERE m.witnesses >= setting('moved_on_witnesses')
    GROUP BY t.fact_id, t.claim_id
)
SELECT
    l.fact_id, 'outdated_repeat' AS relation, l.claim_id, m.newest AS against_claim_id, mover.claim_id AS superseded_by,
    m.witnesses || ' independent sources had moved on' AS detail
FROM left_states AS l
JOIN moved_on AS m USING (fact_id, claim_id)
JOIN told AS mover ON mover.fact_id = l.fact_id AND mover.seq = l.left_at
WHERE NOT EXISTS (FROM found AS f WHERE f.claim_id = l.claim_id AND f.relation = 'magnitude_slip')
