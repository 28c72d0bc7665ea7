-- Reads:  fact_history
-- Writes: nothing
-- Grain:  one row a merge or split that the fact took part in
-- Why:    `claims show` says what the fact was before
SELECT * FROM fact_history
WHERE old_fact_id = $fact_id OR new_fact_id = $fact_id OR old_fact_id = $asked
ORDER BY changed_at, old_fact_id, new_fact_id
