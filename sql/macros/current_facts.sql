-- Reads:  facts, fact_history
-- Writes: the table macro current_facts(wanted)
-- Grain:  one row a fact that exists today and that the id wanted leads to
-- Why:    an id from last month's note still finds its fact: itself, or what merges and splits made of it
CREATE OR REPLACE MACRO current_facts(wanted) AS TABLE
WITH RECURSIVE walk(fact_id) AS (
    SELECT wanted::VARCHAR
    UNION
    SELECT h.new_fact_id
    FROM walk AS w
    JOIN fact_history AS h ON h.old_fact_id = w.fact_id
)
SELECT f.fact_id, f.label, f.claims, f.fact_id <> wanted::VARCHAR AS by_history
FROM walk AS w
JOIN facts AS f USING (fact_id)
ORDER BY f.fact_id <> wanted::VARCHAR, f.claims DESC, f.fact_id
