-- Reads:  current_facts, v_facts
-- Writes: nothing
-- Grain:  one row a fact that the id leads to
-- Why:    `claims show`: the fact itself, or what became of it
SELECT v.*, c.by_history
FROM current_facts($fact_id) AS c
JOIN v_facts AS v USING (fact_id)
ORDER BY c.by_history, v.claims DESC, v.fact_id
