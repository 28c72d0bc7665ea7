-- Reads:  alert_outbox
-- Writes: nothing
-- Grain:  one row a receiver with waiting alerts that were tried before
-- Why:    `claims doctor` and the asset check: who cannot be reached, since when and why
SELECT
    channel, receiver, count(*) AS alerts, max(attempts) AS attempts, min(queued_at) AS since,
    arg_max(last_error, last_tried_at) AS last_error
FROM alert_outbox
WHERE state = 'pending' AND attempts > 0
GROUP BY ALL
ORDER BY channel, receiver
