-- Reads:  nothing
-- Writes: alert_outbox
-- Grain:  one row an alert: a flag, told once to one receiver for one reason
-- Why:    nothing is told twice, and nothing is lost while a receiver cannot be reached. What was told cannot be made
--         again from the news, so the table outlives every rebuild
CREATE TABLE IF NOT EXISTS alert_outbox (
    alert_id      VARCHAR PRIMARY KEY, -- hash of ledger, channel, receiver, flag and turn: the receiver knows a repeat by it
    drift_id      VARCHAR NOT NULL,    -- the flag
    matter        VARCHAR NOT NULL,    -- its matter when it was queued
    channel       VARCHAR NOT NULL,    -- jsonl, atom, mail, webhook
    receiver      VARCHAR NOT NULL,    -- mail address; empty for the other channels
    reason        VARCHAR NOT NULL,    -- why it is told: new, or what changed since it was told before
    figures       VARCHAR NOT NULL,    -- both figures as they were told
    severity      DOUBLE NOT NULL,     -- 0 to 1, as it was told
    grade         INTEGER NOT NULL,    -- 0 minor, 1 serious, 2 grave
    entry         VARCHAR NOT NULL,    -- JSON: what is told
    flag_state    VARCHAR NOT NULL,    -- state of the flag when the alerts last ran
    flag_state_at TIMESTAMP NOT NULL,  -- UTC: when that state was first seen
    state         VARCHAR NOT NULL,    -- pending, sent, withdrawn
    attempts      INTEGER NOT NULL,    -- how often it was tried
    last_error    VARCHAR,             -- what went wrong the last time, or why it was withdrawn
    queued_at     TIMESTAMP NOT NULL,  -- UTC
    last_tried_at TIMESTAMP,           -- UTC
    sent_at       TIMESTAMP,           -- UTC
    batch         VARCHAR              -- the message that carries it: set before it is sent, so that a repeat has the same name
)
