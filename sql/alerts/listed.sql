-- Reads:  alert_outbox, facts, drift, drift_text
-- Writes: nothing
-- Grain:  one row an alert in the state asked for (null: any)
-- Why:    `claims alerts`: what was told to whom, and what waits and why
SELECT
    o.alert_id, o.state, o.channel, o.receiver, o.severity, o.reason, coalesce(f.label, o.drift_id) AS label,
    drift_text(d.relation) AS what, o.attempts, o.last_error, o.queued_at, o.last_tried_at, o.sent_at, o.drift_id,
    count(*) OVER () AS of_all
FROM alert_outbox AS o
LEFT JOIN drift AS d USING (drift_id)
LEFT JOIN facts AS f USING (fact_id)
WHERE $state IS NULL OR o.state = $state
ORDER BY o.state = 'pending' DESC, coalesce(o.sent_at, o.queued_at) DESC, o.severity DESC, o.alert_id
LIMIT $limit
