-- Reads:  told, beside, explained
-- Writes: found
-- Grain:  one row a claim that puts a figure below what was believed
-- Why:    a later time and a lower figure than every claim before the window told: always flagged, because counts that
--         fall were wrong before or are wrong now. Where all that it differs from lies inside the window and comes from
--         others, it is a contradiction and not a revision; so is a lone lower figure while a claim of the present state stands
--         inside the window and one older one alone lies above it: two older ones are a count that fell.
INSERT INTO found BY NAME
WITH lower AS (
    SELECT fact_id, claim_id, arg_max(near_id, near_seq) AS against_claim_id, bool_or(near_witness = witness) AS own,
        count(DISTINCT near_witness) FILTER (NOT in_window) AS left_above
    FROM beside
    ANTI JOIN (FROM explained WHERE how = 'sum') AS e USING (claim_id, near_id)
    WHERE earlier AND disjoint AND bears_state AND NOT above AND NOT article_has_state AND NOT unordered AND NOT swings
      AND (NOT in_window OR near_witness = witness)
      AND (grows(attribute) OR near_witness = witness)
      AND (role = 'differs' OR how = 'down')
    GROUP BY fact_id, claim_id
)
SELECT
    l.fact_id, 'revised_down' AS relation, l.claim_id, l.against_claim_id,
    CASE WHEN t.how = 'down' OR l.own THEN 1 ELSE 0.5 END AS weight, -- a lone other source: of nine such of real news seven were another question
    CASE WHEN t.how = 'down' THEN 'the lower figure has replaced the higher one' END AS detail
FROM lower AS l
JOIN told AS t USING (fact_id, claim_id)
WHERE NOT EXISTS (
    FROM found AS f
    WHERE f.claim_id = l.claim_id
      AND (f.relation IN ('magnitude_slip', 'outdated_repeat', 'revised_up', 'revised_down') OR (f.relation = 'contradicts' AND (f.weight < 1 OR (t.role = 'differs' AND NOT l.own AND l.left_above < setting('moved_on_witnesses'))))))
