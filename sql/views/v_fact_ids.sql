-- Reads:  facts, fact_history
-- Writes: the view v_fact_ids
-- Grain:  one row an id that is or was a fact's: where its claims are now
-- Why:    a query for an old id finds the new one, through any number of merges; a retired one has none
CREATE OR REPLACE VIEW v_fact_ids AS
WITH RECURSIVE step AS (
    SELECT old_fact_id, arg_max(new_fact_id, (changed_at, claims)) AS new_fact_id
    FROM fact_history
    WHERE change = 'merge'
    GROUP BY old_fact_id
),
walk AS (
    SELECT old_fact_id AS asked, new_fact_id AS fact_id, 1 AS hops FROM step
    UNION ALL
    SELECT w.asked, s.new_fact_id, w.hops + 1
    FROM walk AS w
    JOIN step AS s ON s.old_fact_id = w.fact_id
    WHERE w.hops < 100
)
SELECT fact_id AS asked, fact_id FROM facts
UNION ALL
SELECT w.asked, arg_max(w.fact_id, w.hops) AS fact_id
FROM walk AS w
SEMI JOIN facts AS f USING (fact_id)
WHERE w.asked NOT IN (SELECT fact_id FROM facts)
GROUP BY w.asked
