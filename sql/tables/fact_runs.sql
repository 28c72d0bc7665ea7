-- Reads:  nothing
-- Writes: fact_runs
-- Grain:  one row a run of the linking step that changed something
-- Why:    facts made with other weights or vectors are all made anew; decisions since the last run are applied
CREATE TABLE IF NOT EXISTS fact_runs (
    linked_at TIMESTAMP NOT NULL,
    model     VARCHAR NOT NULL, -- the embedding model
    weights   VARCHAR NOT NULL, -- version of the weights file
    claims    INTEGER NOT NULL, -- how many were new
    clustered INTEGER NOT NULL, -- how many were clustered, new ones and those that hang together with them
    changes   INTEGER NOT NULL  -- merges and splits
)
