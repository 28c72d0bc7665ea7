-- Reads:  v_facts, find_facts
-- Writes: nothing
-- Grain:  one row a fact, of those that contain every word of $search
-- Why:    `claims facts`: the facts that most independent sources tell first
SELECT v.*, count(*) OVER () AS of_all
FROM v_facts AS v
SEMI JOIN find_facts($search) AS f USING (fact_id)
ORDER BY v.roots DESC, v.claims DESC, v.last_claim_at DESC, v.fact_id
LIMIT $limit
