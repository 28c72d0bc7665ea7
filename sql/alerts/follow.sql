-- Reads:  drift
-- Writes: alert_outbox
-- Grain:  one row an alert whose flag has another state now
-- Why:    a flag that was closed and is open again is told again
UPDATE alert_outbox SET flag_state = d.state, flag_state_at = $now
FROM drift AS d
WHERE d.drift_id = alert_outbox.drift_id AND d.state <> alert_outbox.flag_state
