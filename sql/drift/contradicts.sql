-- Reads:  beside, explained
-- Writes: found
-- Grain:  one row a claim that cannot be true together with another source's claim of the same time
-- Why:    the figures exclude each other, another independent source told the other one, and neither was superseded:
--         both within the window; or what is counted is settled (shots fired, votes), where days do not matter; or it
--         the two hedges exclude each other around one number (nearly 15,000, more than 15,000). Growth inside the
--         window is news, not contradiction, so a claim that moved a growing figure up is left out. One article that
--         gives two figures of one thing in two sentences contradicts itself, unless one is an older figure retold: told before, or close
--         (the 210 of yesterday and the 212 of today).
--         Of what is settled, two figures of one thing told the same day contradict each other though the state is a third.
--         An outlet that prints another wire's newer figure a day later follows the news, and contradicts nobody.
--         Held against the nearest such claim; one that a third figure explains does not count.
INSERT INTO found BY NAME
WITH rivals AS (
    SELECT
        b.*,
        CASE WHEN NOT grows(b.attribute) AND abs(b.hours) <= 24 * setting('settled_days') THEN 2
             WHEN b.in_window THEN 1 END AS ground
    FROM beside AS b
    ANTI JOIN explained AS e USING (claim_id, near_id)
    WHERE b.disjoint AND CASE
               WHEN NOT b.bears_state -- 8 drones and 18 drones on one morning, beside 25 drones and missiles
               THEN NOT grows(b.attribute) AND b.role = 'differs' AND b.near_role = 'differs' AND b.in_window AND b.same_name AND b.near_witness <> b.witness
                    AND coalesce(b.near_outlet <> b.outlet, true)
               WHEN b.article_has_state THEN b.same_article AND b.same_thing AND NOT b.same_sentence AND NOT b.told_before
                         AND b.gap >= setting('own_article_gap')
               ELSE b.near_witness <> b.witness AND coalesce(b.near_outlet <> b.outlet, true) END
      AND (b.role = 'differs' OR b.same_number OR NOT grows(b.attribute))
),
nearest AS (
    SELECT fact_id, claim_id, arg_min(near_id, (abs(hours), near_seq)) AS near_id, count(DISTINCT near_witness) AS others,
           min(abs(hours)) AS hours
    FROM rivals
    WHERE ground IS NOT NULL
    GROUP BY fact_id, claim_id
)
SELECT
    n.fact_id, 'contradicts' AS relation, n.claim_id, n.near_id AS against_claim_id, 1 AS weight,
    CASE WHEN n.others > 1 THEN n.others || ' independent sources say otherwise' END AS detail
FROM nearest AS n
WHERE NOT EXISTS (FROM found AS f WHERE f.claim_id = n.claim_id AND f.relation IN ('magnitude_slip', 'outdated_repeat'))
