-- Reads:  fact_timeline, facts, bounds_text
-- Writes: the table macro facts_as_known_at(moment)
-- Grain:  one row a fact that had an asserted claim by then
-- Why:    what was believed at a time, without hindsight: the state after the last claim known by then. A claim that
--         became known later does not count, also when it speaks of an earlier day.
CREATE OR REPLACE MACRO facts_as_known_at(moment) AS TABLE
SELECT
    t.fact_id, f.label, t.state_low_after AS low, t.state_high_after AS high,
    bounds_text(t.state_low_after, t.state_high_after, f.unit) AS believed,
    count(*) OVER whole AS claims, t.known_at AS last_claim_at, t.claim_id AS last_claim_id
FROM fact_timeline AS t
LEFT JOIN facts AS f USING (fact_id)
WHERE t.known_at <= moment::TIMESTAMP AND t.role NOT IN ('shown', 'carried')
WINDOW whole AS (PARTITION BY t.fact_id)
QUALIFY row_number() OVER (PARTITION BY t.fact_id ORDER BY t.seq DESC) = 1
ORDER BY t.fact_id
