-- Reads:  given_alerts (given by the step)
-- Writes: alert_outbox
-- Grain:  one row an alert that is about to be sent
-- Why:    noted before it is sent: after a crash it is known which message may have arrived, and a repeat bears its name
UPDATE alert_outbox SET attempts = attempts + 1, last_tried_at = $now, batch = $batch
WHERE alert_id IN (SELECT alert_id FROM given_alerts)
