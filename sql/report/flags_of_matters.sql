-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row an open flag, at most $each for a matter
-- Why:    the flag that leads each matter on the page, and the next ones
SELECT *
FROM v_flags
WHERE state = 'open' AND list_contains($matters, matter)
QUALIFY row_number() OVER (PARTITION BY fact_id, matter ORDER BY lead DESC, severity DESC, drift_id DESC) <= $each
ORDER BY lead DESC, severity DESC, drift_id DESC
