-- Reads:  v_timeline
-- Writes: nothing
-- Grain:  one row a claim of the fact
-- Why:    `claims show` tells the story in order
SELECT * FROM v_timeline WHERE fact_id = $fact_id ORDER BY seq, known_at, claim_id
