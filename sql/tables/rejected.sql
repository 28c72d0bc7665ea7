-- Reads:  nothing
-- Writes: rejected
-- Grain:  one row a thing that could not be read
-- Why:    bad input never stops a run and never vanishes
CREATE TABLE IF NOT EXISTS rejected (
    source      VARCHAR NOT NULL,
    position    VARCHAR NOT NULL,
    reason      VARCHAR NOT NULL,
    raw         VARCHAR NOT NULL,
    rejected_at TIMESTAMP NOT NULL
)
