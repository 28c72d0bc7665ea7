-- Check:    alerts
-- Blocking: no
-- Reads:    alert_outbox
-- Writes:   nothing
-- Grain:    one row a receiver with alerts that were tried and did not get through
-- Why:      they wait and are tried again at every run, but somebody should repair what stands in their way
SELECT channel, receiver, count(*) AS alerts, max(attempts) AS attempts, arg_max(last_error, last_tried_at) AS last_error
FROM alert_outbox
WHERE state = 'pending' AND attempts > 0
GROUP BY ALL
ORDER BY ALL
