-- Reads:  drift
-- Writes: drift_decisions
-- Grain:  one row a flag that an analyst has judged
-- Why:    the judgement is kept apart from the flag, so that it survives every later run
INSERT INTO drift_decisions BY NAME
SELECT drift_id, $state AS state, $note AS note, $now::TIMESTAMP AS decided_at FROM drift WHERE drift_id = $drift_id
ON CONFLICT (drift_id) DO UPDATE SET state = excluded.state, note = excluded.note, decided_at = excluded.decided_at
