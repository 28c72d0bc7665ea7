-- Reads:  nothing
-- Writes: flag_labels
-- Grain:  one row a flag that a person judged on a review sheet
-- Why:    which flags an editor wants, and what the others have in common
CREATE TABLE IF NOT EXISTS flag_labels (
    drift_id  VARCHAR PRIMARY KEY,
    relation  VARCHAR NOT NULL,   -- as it was judged
    severity  DOUBLE NOT NULL,    -- as it was judged
    wanted    BOOLEAN NOT NULL,
    reason    VARCHAR,            -- what is wrong with an unwanted one
    note      VARCHAR,
    judged_by VARCHAR,
    judged_at TIMESTAMP NOT NULL  -- UTC: when the sheet was exported
)
