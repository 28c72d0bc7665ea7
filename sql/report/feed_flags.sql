-- Reads:  v_flags
-- Writes: nothing
-- Grain:  one row an open flag of at least the severity
-- Why:    what the feeds may add, oldest first; which were listed before is known by the feed's own file
SELECT * FROM v_flags
WHERE state = 'open' AND severity >= $min_severity
ORDER BY detected_at, severity, drift_id
