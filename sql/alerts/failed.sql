-- Reads:  given_alerts (given by the step)
-- Writes: alert_outbox
-- Grain:  one row an alert that could not be sent
-- Why:    it waits for the next run with the error beside it. Where it is known that the message did not arrive, the message's
--         name is dropped, so that the next digest may hold it together with newer alerts
UPDATE alert_outbox SET last_error = $error, batch = CASE WHEN $may_have_arrived THEN batch END
WHERE alert_id IN (SELECT alert_id FROM given_alerts) AND state = 'pending'
