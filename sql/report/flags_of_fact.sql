-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row a flag of the fact, in any state
-- Why:    `claims show` lists what an editor decided as well as what is open
SELECT * FROM v_flags WHERE fact_id = $fact_id ORDER BY state = 'open' DESC, severity DESC, detected_at DESC, drift_id
