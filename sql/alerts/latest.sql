-- Reads:  alert_outbox
-- Writes: nothing
-- Grain:  one row a flag told in a channel, in its last telling, the newest last
-- Why:    the entries of the feed
SELECT alert_id, drift_id, reason, entry
FROM (
    SELECT * FROM alert_outbox
    WHERE channel = $channel AND state IN ('pending', 'sent')
    QUALIFY row_number() OVER (PARTITION BY drift_id ORDER BY queued_at DESC, alert_id) = 1
    ORDER BY queued_at DESC, alert_id DESC
    LIMIT $limit
)
ORDER BY json_extract_string(entry, '$.listed_at'), json_extract_string(entry, '$.detected_at'), severity, drift_id
