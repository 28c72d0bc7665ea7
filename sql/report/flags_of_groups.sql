-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row an open flag, at most $each for a matter
-- Why:    the gravest flags of the facts on the page
SELECT *
FROM v_flags
WHERE state = 'open' AND list_contains($facts, fact_id)
QUALIFY row_number() OVER (PARTITION BY fact_id, relation ORDER BY severity DESC, detected_at DESC, drift_id DESC) <= $each
ORDER BY severity DESC, detected_at DESC, drift_id DESC
