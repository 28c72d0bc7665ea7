-- Reads:  nothing
-- Writes: drift_decisions
-- Grain:  one row a flag that an analyst has judged
-- Why:    the judgement survives every later run
CREATE TABLE IF NOT EXISTS drift_decisions (
    drift_id   VARCHAR PRIMARY KEY,  -- the flag
    state      VARCHAR NOT NULL,  -- open, dismissed, confirmed
    note       VARCHAR,  -- why
    decided_at TIMESTAMP NOT NULL  -- UTC
)
