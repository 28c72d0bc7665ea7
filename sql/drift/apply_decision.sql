-- Reads:  drift_decisions
-- Writes: drift
-- Grain:  one row a flag
-- Why:    the flag shows the judgement at once; reopening a flag clears why it had closed
UPDATE drift
SET state = d.state, note = d.note, closed_at = NULL, closed_reason = NULL
FROM drift_decisions AS d
WHERE d.drift_id = drift.drift_id AND drift.drift_id = $drift_id
