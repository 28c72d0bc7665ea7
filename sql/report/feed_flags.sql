-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row an open flag of at least the severity, that was not listed before
-- Why:    what the feeds add at this run, oldest first
SELECT * FROM v_flags
WHERE state = 'open' AND severity >= $min_severity AND NOT list_contains($listed, drift_id)
ORDER BY detected_at, severity, drift_id
