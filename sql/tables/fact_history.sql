-- Reads:  nothing
-- Writes: fact_history
-- Grain:  one row a merge or split of facts
-- Why:    a query for an old id finds the new one
CREATE TABLE IF NOT EXISTS fact_history (
    changed_at  TIMESTAMP NOT NULL,  -- UTC
    change      VARCHAR NOT NULL, -- merge, split, retired
    old_fact_id VARCHAR NOT NULL,  -- the id before
    new_fact_id VARCHAR NOT NULL,  -- the id now
    claims      INTEGER NOT NULL, -- how many claims moved
    reason      VARCHAR NOT NULL  -- in words
)
