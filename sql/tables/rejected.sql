-- Reads:  nothing
-- Writes: rejected
-- Grain:  one row a thing that could not be read
-- Why:    bad input never stops a run and never vanishes
CREATE TABLE IF NOT EXISTS rejected (
    source      VARCHAR NOT NULL,  -- path or URL
    position    VARCHAR NOT NULL,  -- line, row or item in the source
    reason      VARCHAR NOT NULL,  -- in plain words
    raw         VARCHAR NOT NULL,  -- its first 2,000 characters
    rejected_at TIMESTAMP NOT NULL  -- UTC
)
