-- Reads:  given_alerts (given by the step)
-- Writes: alert_outbox
-- Grain:  one row an alert that its receiver has
-- Why:    it is not told again
UPDATE alert_outbox SET state = 'sent', sent_at = $now, last_error = NULL
WHERE alert_id IN (SELECT alert_id FROM given_alerts)
