-- Reads:  alert_outbox
-- Writes: nothing
-- Grain:  one row a waiting alert of the receiver
-- Why:    what is to be sent. Those that were tried least come first, so that one that is refused every time holds up no other
SELECT alert_id, drift_id, reason, severity, entry, attempts, batch
FROM alert_outbox
WHERE state = 'pending' AND channel = $channel AND receiver = $receiver
ORDER BY attempts, queued_at, severity DESC, alert_id
