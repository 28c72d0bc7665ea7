-- Reads:  incoming_alerts (given by the step)
-- Writes: alert_outbox
-- Grain:  one row a new alert
-- Why:    it is noted before it is sent, so that a crash cannot lose it
INSERT INTO alert_outbox BY NAME
SELECT *, 'open' AS flag_state, $now AS flag_state_at, 'pending' AS state, 0 AS attempts, $now AS queued_at
FROM incoming_alerts
