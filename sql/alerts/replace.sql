-- Reads:  alert_outbox
-- Writes: alert_outbox
-- Grain:  one row a waiting alert of a flag that has a newer one for the same receiver
-- Why:    when a receiver could not be reached for a week, it is told how things stand now
UPDATE alert_outbox SET state = 'withdrawn', last_error = 'a newer alert of the same flag takes its place'
WHERE state = 'pending' AND EXISTS (
    FROM alert_outbox AS n
    WHERE n.channel = alert_outbox.channel AND n.receiver = alert_outbox.receiver AND n.drift_id = alert_outbox.drift_id
      AND n.state = 'pending' AND n.queued_at > alert_outbox.queued_at
)
