-- Reads:  drift, wanted_receivers (given by the step)
-- Writes: alert_outbox
-- Grain:  one row a waiting alert that nobody needs any more
-- Why:    an editor is not woken for what was closed or judged meanwhile, nor is mail sent to who left the desk. Should the
--         flag open again, or the receiver come back, it counts as not told
UPDATE alert_outbox SET
    state = 'withdrawn',
    last_error = CASE
        WHEN NOT EXISTS (FROM wanted_receivers AS w WHERE w.channel = alert_outbox.channel AND w.receiver = alert_outbox.receiver) THEN 'the receiver is not in the settings any more'
        ELSE 'its flag is no longer open'
    END
WHERE state = 'pending' AND (
    NOT EXISTS (FROM wanted_receivers AS w WHERE w.channel = alert_outbox.channel AND w.receiver = alert_outbox.receiver)
    OR drift_id NOT IN (SELECT drift_id FROM drift WHERE state = 'open')
)
