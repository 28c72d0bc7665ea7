-- Reads:  drift, wanted_receivers (given by the step)
-- Writes: alert_outbox
-- Grain:  one row a waiting alert that nobody needs any more
-- Why:    an editor is not woken for what was closed or judged meanwhile, nor is mail sent to who left the desk. Should the
--         flag open again, or the receiver come back, it counts as not told
UPDATE alert_outbox SET
    state = 'withdrawn',
    last_error = CASE
        WHEN (channel, receiver) NOT IN (SELECT (channel, receiver) FROM wanted_receivers) THEN 'the receiver is not in the settings any more'
        ELSE 'its flag is no longer open'
    END
WHERE state = 'pending' AND (
    (channel, receiver) NOT IN (SELECT (channel, receiver) FROM wanted_receivers)
    OR drift_id NOT IN (SELECT drift_id FROM drift WHERE state = 'open')
)
